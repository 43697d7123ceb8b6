import type { Service } from '../../delivery/service';
import type { SendingLane, SensMessage } from './lane';
import { find } from './lookUp';
import { cancel, reportsBetween, results } from './reports';
import { send } from './send';

/** One kind of message at SENS. */
export const serviceOf = <M extends SensMessage>(lane: SendingLane<M>): Service<M> => ({
	batch: { groupOf: (message) => lane.groupOf(message), maxRecipients: 100 },
	send: (batch, context) => send(lane, batch, context),
	find: (messages, context) => find(lane, messages, context),
	results: (references) => results(lane, references),
	resultsPerCall: 1,
	reportsBetween: (from, until) => reportsBetween(lane, from, until),
	cancel: (request) => cancel(lane, request),
});
