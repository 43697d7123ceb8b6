import { misfit, type Shape } from '../shape.mts';
import { BMS, type Bms } from './brand/bms.mts';
import { invalid } from './codes.mts';

export interface KakaoButton {
	buttonName?: string | null;
	buttonType?: string | null;
	linkMo?: string | null;
	linkPc?: string | null;
	linkAnd?: string | null;
	linkIos?: string | null;
}

export interface KakaoOptions {
	pfId?: string | null;
	templateId?: string | null;
	variables?: Record<string, string> | null;
	disableSms?: boolean | null;
	title?: string | null;
	buttons?: KakaoButton[] | null;
	bms?: Bms | null;
}

/** One entry of `messages`; `to` may name several recipients. */
export interface MessageBody {
	to?: string | string[] | null;
	from?: string | null;
	text?: string | null;
	subject?: string | null;
	type?: string | null;
	country?: string | null;
	customFields?: Record<string, unknown> | null;
	kakaoOptions?: KakaoOptions | null;
}

export interface Agent {
	sdkVersion?: string | null;
	osPlatform?: string | null;
	appId?: string | null;
}

export interface SendManyBody {
	messages?: MessageBody[] | null;
	scheduledDate?: string | null;
	allowDuplicates?: boolean | null;
	showMessageList?: boolean | null;
	agent?: Agent | null;
}

export interface GroupBody extends Agent {
	allowDuplicates?: boolean | null;
	customFields?: Record<string, string> | null;
}

const BUTTON: Shape = {
	buttonName: 'string', buttonType: 'string', linkMo: 'string', linkPc: 'string', linkAnd: 'string', linkIos: 'string',
	chatExtra: 'string', targetOut: 'boolean',
};
const KAKAO: Shape = {
	pfId: 'string', templateId: 'string', variables: 'strings', disableSms: 'boolean', title: 'string', buttons: [BUTTON],
	adFlag: 'boolean', imageId: 'string', bms: BMS,
};
/** `to` is checked apart (text or list); values of `customFields` too, since they only fail their message (1032). */
const MESSAGE = {
	from: 'string', text: 'string', subject: 'string', type: 'string', country: 'string', customFields: 'object',
	replacements: ['object'], kakaoOptions: KAKAO, imageId: 'string', autoTypeDetect: 'boolean', replacementText: 'string',
} as const satisfies Shape;
const AGENT = { sdkVersion: 'string', osPlatform: 'string', appId: 'string' } as const;

const withTo = (to: Shape): Shape => ({ ...MESSAGE, to });
const SINGLE = withTo('string');
const MULTIPLE = withTo(['string']);

/** @throws ApiError 400 in the words of SOLAPI's validator */
export function check(value: unknown, shape: Shape, path = ''): void {
	const bad = misfit(value, shape, path);
	if (bad) throw invalid(`"${bad.path}" ${bad.problem === 'unknown' ? 'is not allowed' : `must be a ${bad.expected}`}`);
}

const SEND_MANY: Shape = {
	scheduledDate: 'string', allowDuplicates: 'boolean', showMessageList: 'boolean', strict: 'boolean', agent: AGENT,
};
const GROUP: Shape = { ...AGENT, allowDuplicates: 'boolean', strict: 'boolean', customFields: 'strings', hint: 'object' };

/** SOLAPI counts recipients, not entries. */
export const MAX_RECIPIENTS = 10_000;

/** Checks the list under `messages`. @returns one entry per recipient */
export function readMessages(list: unknown): MessageBody[] {
	if (!Array.isArray(list) || list.length === 0) throw invalid('"messages" must contain at least 1 items');
	const single: MessageBody[] = [];
	list.forEach((entry: unknown, i) => {
		const many = typeof entry === 'object' && entry !== null && 'to' in entry && Array.isArray(entry.to);
		const bad = misfit(entry, many ? MULTIPLE : SINGLE);
		if (bad) check(entry, many ? MULTIPLE : SINGLE, `messages[${i}]`);
		// The shape has just been checked field by field.
		const message = entry as MessageBody;
		if (Array.isArray(message.to)) for (const to of message.to) single.push({ ...message, to });
		else single.push(message);
	});
	if (single.length > MAX_RECIPIENTS) throw invalid(`"messages" must contain less than or equal to ${MAX_RECIPIENTS} items`);
	return single;
}

/** Takes `messages` out of a body and checks the rest. */
function split(body: unknown, field: 'messages' | 'message'): { list: unknown; rest: Record<string, unknown> } {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('"value" must be of type object');
	const rest: Record<string, unknown> = { ...body };
	const list = rest[field];
	delete rest[field];
	return { list, rest };
}

/** Body of `send-many` and `send-many/detail`. */
export function readSendMany(body: unknown): SendManyBody & { messages: MessageBody[] } {
	const { list, rest } = split(body, 'messages');
	check(rest, SEND_MANY);
	return { ...(rest as SendManyBody), messages: readMessages(list) };
}

/** Body of `send`. */
export function readSend(body: unknown): SendManyBody & { messages: MessageBody[] } {
	const { list, rest } = split(body, 'message');
	check(rest, SEND_MANY);
	return { ...(rest as SendManyBody), messages: readMessages([list]) };
}

/** Body of `PUT groups/{id}/messages`. */
export function readAdd(body: unknown): MessageBody[] {
	const { list, rest } = split(body, 'messages');
	check(rest, {});
	return readMessages(list);
}

/** Body of `POST groups`; may be empty. */
export function readGroup(body: unknown): GroupBody {
	check(body, GROUP);
	return body as GroupBody;
}

/** Wire keys carry the braces: `#{name}`. Without them the variable counts as missing. */
export function bareValues(variables: Readonly<Record<string, string>>): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [key, value] of Object.entries(variables)) {
		if (key.startsWith('#{') && key.endsWith('}')) values[key.slice(2, -1)] = value;
	}
	return values;
}
