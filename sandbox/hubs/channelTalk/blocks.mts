import type { Shape } from '../../dealers/shape.mts';
import { misfit } from '../../dealers/shape.mts';
import { badRequest } from './errors.mts';

export interface Block { type: 'text' | 'code' | 'bullets'; value?: string; language?: string; blocks?: Block[] }

const OPTIONS = ['actAsManager', 'doNotPost', 'doNotSearch', 'doNotSendApp', 'immutable', 'private', 'silent'] as const;
export type Option = (typeof OPTIONS)[number];

/** `plainText` and `buttons` are in the message object of the same page. */
const SHAPE: Shape = { blocks: ['object'], plainText: 'string', options: ['string'], buttons: ['object'] };
const BLOCK: Shape = { type: 'string', value: 'string', language: 'string', blocks: ['object'] };

/** As a phone shows it: tags of Channel Talk's markup gone, its four entities read. */
const unmarked = (value: string): string =>
	value.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

export function plainText(blocks: readonly Block[]): string {
	return blocks.map(({ type, value = '', blocks: inner = [] }) => {
		if (type === 'bullets') return inner.map((block) => `• ${unmarked(block.value ?? '')}`).join('\n');
		return type === 'code' ? value : unmarked(value);
	}).join('\n');
}

/** The other way: a customer's words as one block. */
export const textBlock = (text: string): Block => ({
	type: 'text', value: text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
});

function checkBlock(block: unknown, place: string): void {
	const bad = misfit(block, BLOCK);
	if (bad) throw badRequest(`${place}.${bad.path}: ${bad.expected}`);
	const { type, blocks, value } = block as Partial<Block>;
	if (type === 'bullets' && blocks?.length) return blocks.forEach((inner, i) => checkBlock(inner, `${place}.blocks[${i}]`));
	if ((type !== 'text' && type !== 'code') || !value) throw badRequest(`${place}: type text, code or bullets, with value or blocks`);
}

/** The body of a message to send. @throws ChannelError 422 */
export function readMessage(body: unknown): { blocks: Block[]; options: Option[] } {
	const bad = misfit(body, SHAPE);
	if (bad) throw badRequest(`${bad.path || 'body'}: ${bad.expected}`);
	const { blocks, plainText: plain, options } = body as { blocks?: Block[] | null; plainText?: string | null; options?: string[] | null };
	if (!blocks?.length && !plain) throw badRequest('blocks: required');
	blocks?.forEach((block, i) => checkBlock(block, `blocks[${i}]`));
	const known = (options ?? []).map((option) => {
		const found = OPTIONS.find((candidate) => candidate === option);
		if (!found) throw badRequest(`options: one of ${OPTIONS.join(', ')}`);
		return found;
	});
	return { blocks: blocks?.length ? blocks : [textBlock(plain ?? '')], options: known };
}
