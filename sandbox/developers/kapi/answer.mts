import type { Context } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { exactJson } from '../exactJson.mts';

/** Answers with user IDs as bare 64-bit numbers. */
export const answer = (c: Context<DealerEnv>, body: object): Response =>
	c.body(exactJson(body), 200, { 'Content-Type': 'application/json;charset=UTF-8' });
