import { textOf } from '../../shared/badInput';
import { Parameters } from '../../shared/parameters';
import { planOf, type Operation } from '../plan';

export const sendText: Operation = {
	ability: 'send texts',
	can: () => true,
	addresses: 'open',
	reader({ context, items, desk }) {
		const text = new Parameters(context, items).column('text', 'Text');
		return (at) => {
			const words = textOf(text(at), 'Text');
			return (target, serial) => planOf(() => desk.sendText(target, words, serial));
		};
	},
};
