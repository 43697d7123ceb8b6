import { createHash } from 'node:crypto';

/** Ids look like `5e65fa8bc2409f0c1fd3`; made from what they stand for, so that they outlive a restart. */
export const idOf = (...of: string[]): string => createHash('sha256').update(of.join('\n')).digest('hex').slice(0, 20);

/** The demo's workspace and its people. */
export const CHANNEL_ID = '260101';
export const BOT = { id: '260201', name: 'Channel-bot' } as const;
export const SECOND_BOT = { id: '260202', name: '상담봇' } as const;
export const MANAGER = { id: '260301', name: '김상담' } as const;
export const BOTS: readonly { id: string; name: string }[] = [BOT, SECOND_BOT];
