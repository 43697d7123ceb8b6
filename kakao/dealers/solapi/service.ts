import type { Service } from '../../delivery/service';
import type { JsonObject } from '../../partner/json';
import type { Templated } from '../matching';
import { find } from './find';
import { cancel, reportsBetween, results, RESULTS_PER_CALL } from './reports';
import { send } from './send';

/** In what AlimTalk and Brand Messages differ here. */
export interface Product<M extends Templated> {
	toWire(message: M): object;
	/** An upper bound of a message's bytes in the request. */
	weightOf(message: M): number;
	/** Whether a listed message is of this kind. */
	owns(row: JsonObject): boolean;
}

/** Both go through the same groups and come back in the same lists. */
export const serviceOf = <M extends Templated>({ toWire, weightOf, owns }: Product<M>): Service<M> => ({
	batch: {
		// Templates may be mixed in a group; only the time belongs to the group.
		groupOf: (message) => String(message.scheduleAt ?? ''),
		maxRecipients: 10_000,
		maxBytes: 14_000_000,
		weightOf,
	},
	send: (batch, context) => send(batch, context, toWire),
	find: (messages, context) => find(messages, context, owns),
	results,
	resultsPerCall: RESULTS_PER_CALL,
	reportsBetween: (from, until) => reportsBetween(from, until, owns),
	cancel,
});
