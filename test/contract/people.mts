/** Numbers of the sandbox that behave in a way of their own (sandbox/world/seed/phones.mts). */
export const NO_KAKAOTALK = '01000003019';
export const BLOCKS_MESSAGES = '01000003020';
/** No friend of the channel, but has consented to advertising. */
export const STRANGER = '01000002001';

/** An ordinary customer and friend. @param at 0 to 999,999 */
export const friend = (at: number): string => `010${String(20_000_000 + at)}`;
