import type { Service } from '../../delivery/service';
import type { Templated } from '../matching';
import { cancel } from './cancel';
import { find } from './find';
import type { Lane } from './lane';
import { results } from './reports';

/** What both lanes do alike once a message is sent. */
export const followUp = <M extends Templated>(
	lane: Lane,
): Pick<Service<M>, 'find' | 'results' | 'resultsPerCall' | 'cancel'> => ({
	find: (messages, context) => find(lane, messages, context),
	results: (references) => results(lane, references),
	resultsPerCall: 1,
	cancel: (request, messages) => cancel(lane, request, messages),
});
