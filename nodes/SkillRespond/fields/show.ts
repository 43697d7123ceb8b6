import type { IDisplayOptions } from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

/** Shown for an answer that is built from fields. */
export const forForm: Show = { operation: ['respond'], respondWith: ['form'] };

/** Shown in a row whose `type` is one of these. */
export const ofType = (...types: string[]): IDisplayOptions => ({ show: { type: types } });
