import type { World } from '../world/world.mts';
import { BadControl } from './input.mts';

/** Body of `POST /api/consult/burst`. */
export interface BurstWish {
	customers?: number | null;
	/** Of all customers together. */
	messages?: number | null;
	channel?: string | null;
	/** The next customer's number is one higher, and so on. */
	firstNumber?: string | null;
}

const MOST_CUSTOMERS = 10_000;
const MOST_MESSAGES = 100_000;

/** Many customers write at once, in turn; each text says whose and the how manieth it is. */
export function burst({ consult }: World, { customers, messages, channel, firstNumber }: BurstWish) {
	const people = customers ?? 1;
	const total = messages ?? people;
	if (!Number.isInteger(people) || people < 1 || people > MOST_CUSTOMERS) throw new BadControl(`customers: 1 to ${MOST_CUSTOMERS}`);
	if (!Number.isInteger(total) || total < 1 || total > MOST_MESSAGES) throw new BadControl(`messages: 1 to ${MOST_MESSAGES}`);
	if (!channel) throw new BadControl('channel: required');
	const first = firstNumber ?? '01080000000';
	if (!/^\d{8,15}$/.test(first)) throw new BadControl('firstNumber: digits only');
	const numbers = Array.from({ length: people }, (_, i) => String(BigInt(first) + BigInt(i)).padStart(first.length, '0'));
	let relayed = 0;
	for (let i = 0; i < total; i++) {
		const number = numbers[i % people] ?? first;
		const text = `${number} 님의 ${Math.floor(i / people) + 1}번째 문의`;
		relayed += consult.write(number, channel, { text }).filter((message) => message.relayed).length;
	}
	return { customers: people, messages: total, relayed, numbers: [numbers[0], numbers.at(-1)] };
}
