/** Shown for the operations that make a message. */
export const forMessage = { show: { operation: ['send', 'preview'] } };
