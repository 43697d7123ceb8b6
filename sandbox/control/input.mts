import type { Context } from 'hono';
import { DEALER_IDS } from '../dealers/registry.mts';
import { misfit, parseJson, type Shape } from '../dealers/shape.mts';
import { FAULT_KINDS, type FaultSettings } from '../faults.mts';
import { HUB_IDS } from '../hubs/registry.mts';
import { NIGHT_MODES, type NightMode } from '../world/night.mts';
import { PLATFORM_IDS, type AlimTalkBubble, type DealerId, type HubId, type MessageState, type PhoneSettings, type Template } from '../world/types.mts';

/** A control request that makes no sense; answered with 400 and the reason. */
export class BadControl extends Error {}

const STATES: readonly MessageState[] = ['scheduled', 'canceled', 'processing', 'delivered', 'fallbackDelivered', 'failed'];

/** @throws BadControl for an unknown dealer */
export function dealerIn(text: string | undefined): DealerId | undefined {
	if (text === undefined) return undefined;
	const dealer = DEALER_IDS.find((id) => id === text);
	if (!dealer) throw new BadControl(`dealer: one of ${DEALER_IDS.join(', ')}`);
	return dealer;
}

/** @throws BadControl for an unknown hub */
export function hubIn(text: string | null | undefined): HubId | undefined {
	if (text === undefined || text === null) return undefined;
	const hub = HUB_IDS.find((id) => id === text);
	if (!hub) throw new BadControl(`hub: one of ${HUB_IDS.join(', ')}`);
	return hub;
}

/** Faults strike hubs and Kakao's own servers as well. @throws BadControl for an unknown one */
function serviceIn(text: string | undefined): void {
	if (![...HUB_IDS, ...PLATFORM_IDS].some((id) => id === text)) dealerIn(text);
}

/** @throws BadControl for an unknown state */
export function stateIn(text: string | undefined): MessageState | undefined {
	if (text === undefined) return undefined;
	const state = STATES.find((known) => known === text);
	if (!state) throw new BadControl(`state: one of ${STATES.join(', ')}`);
	return state;
}

/** @throws BadControl for anything but a known mode */
export function nightIn(text: string | null | undefined): NightMode {
	const mode = NIGHT_MODES.find((known) => known === text);
	if (!mode) throw new BadControl(`mode: one of ${NIGHT_MODES.join(', ')}`);
	return mode;
}

/** Reads a JSON body of a known shape; an empty body counts as `{}`. */
export async function bodyOf<Body>(c: Context, shape: Shape): Promise<Body> {
	const text = await c.req.text();
	const body = text === '' ? {} : parseJson(text);
	if (body === undefined) throw new BadControl('the body is not JSON');
	const bad = misfit(body, shape);
	if (bad) throw new BadControl(`${bad.path}: ${bad.problem === 'unknown' ? 'unknown field' : `must be ${bad.expected}`}`);
	return body as Body;
}

const RATES = Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 'number' as const]));
const FAULTS: Shape = {
	dealer: 'string', seed: 'number', scope: 'string', rates: RATES, slowMs: 'number', retryAfterSeconds: 'number',
	plan: [{ dealer: 'string', nth: 'number', kind: 'string' }],
};

/** Body of `POST /api/faults`. */
export async function faultsIn(c: Context): Promise<FaultSettings> {
	const settings = await bodyOf<FaultSettings>(c, FAULTS);
	serviceIn(settings.dealer);
	if (settings.scope !== undefined && settings.scope !== 'send' && settings.scope !== 'all') throw new BadControl('scope: send or all');
	const rates = Object.values(settings.rates ?? {});
	if (rates.some((rate) => rate < 0) || rates.reduce((sum, rate) => sum + rate, 0) > 1) throw new BadControl('rates: from 0, together at most 1');
	for (const step of settings.plan ?? []) {
		serviceIn(step.dealer);
		if (!FAULT_KINDS.includes(step.kind)) throw new BadControl(`kind: one of ${FAULT_KINDS.join(', ')}`);
		if (!Number.isInteger(step.nth) || step.nth < 1) throw new BadControl('nth: from 1');
	}
	return settings;
}

const PHONE: Shape = {
	number: 'string', label: 'string', kakaoUser: 'boolean', blocksAlimTalk: 'boolean', friend: 'boolean', consents: 'boolean', dead: 'boolean',
};

/** Body of `PUT /api/phones/{number}`: fields left out stay as they are. */
export async function phoneIn(c: Context, number: string, present: PhoneSettings): Promise<PhoneSettings> {
	if (!/^\d{8,15}$/.test(number)) throw new BadControl('number: digits only');
	const wish = await bodyOf<{ [Field in keyof PhoneSettings]?: PhoneSettings[Field] | null }>(c, PHONE);
	return {
		number, label: wish.label === undefined ? present.label : wish.label, kakaoUser: wish.kakaoUser ?? present.kakaoUser,
		blocksAlimTalk: wish.blocksAlimTalk ?? present.blocksAlimTalk, friend: wish.friend ?? present.friend,
		consents: wish.consents ?? present.consents, dead: wish.dead ?? present.dead,
	};
}

/** Body of `POST /api/templates`: what is special about the template; the rest is as in a plain one. */
export type NewTemplate = { code: string; name: string; text?: string; bubble?: Partial<AlimTalkBubble> } & Partial<Omit<Template, 'bubble'>>;

const TEMPLATE: Shape = {
	code: 'string', name: 'string', channel: 'string', status: 'string', messageType: 'string', emphasis: 'string', text: 'string',
	comments: ['string'], createdAt: 'string', bubble: 'object',
};

export async function templateIn(c: Context): Promise<NewTemplate> {
	const wish = await bodyOf<Partial<NewTemplate>>(c, TEMPLATE);
	if (!wish.code || !wish.name || !(wish.text ?? wish.bubble?.text)) throw new BadControl('code, name and text are required');
	return { ...wish, code: wish.code, name: wish.name };
}
