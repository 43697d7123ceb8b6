import type { ButtonType, ListItem } from '../../world/types.mts';
import { misfit, type Shape } from '../shape.mts';
import { badRequest } from './errors.mts';

export interface SensButton {
	type?: ButtonType | null;
	name?: string | null;
	linkMobile?: string | null;
	linkPc?: string | null;
	schemeIos?: string | null;
	schemeAndroid?: string | null;
	telNumber?: string | null;
}

export interface FailoverConfig {
	type?: string | null;
	from?: string | null;
	subject?: string | null;
	content?: string | null;
}

/** What both products share of a recipient. */
export interface Recipient {
	to: string;
	countryCode?: string | null;
	useSmsFailover?: boolean | null;
	failoverConfig?: FailoverConfig | null;
}

export interface SensMessage extends Recipient {
	content: string;
	title?: string | null;
	headerContent?: string | null;
	itemHighlight?: { title: string; description: string } | null;
	item?: { list?: ListItem[] | null; summary?: ListItem | null } | null;
	buttons?: SensButton[] | null;
}

export interface SendBody {
	plusFriendId: string;
	templateCode: string;
	messages: SensMessage[];
	reserveTime?: string | null;
	reserveTimeZone?: string | null;
}

export const MAX_MESSAGES = 100;
export const FAILOVER = { type: 'string', from: 'string', subject: 'string', content: 'string' } as const;
const ITEM = { title: 'string', description: 'string' } as const;

const SEND: Shape = {
	plusFriendId: 'string', templateCode: 'string', reserveTime: 'string', reserveTimeZone: 'string',
	messages: [{
		countryCode: 'string', to: 'string', content: 'string', title: 'string', headerContent: 'string', itemHighlight: ITEM,
		item: { list: [ITEM], summary: ITEM },
		buttons: [{
			type: 'string', name: 'string', linkMobile: 'string', linkPc: 'string', schemeIos: 'string', schemeAndroid: 'string',
			telNumber: 'string',
		}],
		useSmsFailover: 'boolean',
		failoverConfig: FAILOVER,
	}],
};

/** WL needs both links and AL both schemes (E-AT). */
function buttonProblem(button: SensButton): string | null {
	if (!button.type || !button.name) return 'type and name are required';
	if (button.type === 'WL' && (!button.linkMobile || !button.linkPc)) return 'linkMobile and linkPc are required for WL';
	if (button.type === 'AL' && (!button.schemeIos || !button.schemeAndroid)) return 'schemeIos and schemeAndroid are required for AL';
	return null;
}

/** What is checked of a recipient in both products. */
export function recipientProblems(message: Partial<Recipient>, path: string): string[] {
	const problems: string[] = [];
	if (!message.to || !/^\d+$/.test(message.to)) problems.push(`${path}.to: digits only`);
	if (message.countryCode && !/^\d{1,4}$/.test(message.countryCode)) problems.push(`${path}.countryCode: digits only`);
	const type = message.failoverConfig?.type;
	if (type && type !== 'SMS' && type !== 'LMS') problems.push(`${path}.failoverConfig.type: SMS or LMS`);
	return problems;
}

function messageProblems(message: Partial<SensMessage>, path: string): string[] {
	const problems = recipientProblems(message, path);
	if (!message.content) problems.push(`${path}.content: required`);
	message.buttons?.forEach((button, i) => {
		const problem = buttonProblem(button);
		if (problem) problems.push(`${path}.buttons[${i}]: ${problem}`);
	});
	return problems;
}

/** @throws SensError 400 when the body is no JSON or has a field that the document does not name */
export function checkShape(body: unknown, shape: Shape): void {
	if (body === undefined) throw badRequest('malformed JSON');
	const bad = misfit(body, shape);
	if (bad) throw badRequest(`${bad.path}: ${bad.problem === 'unknown' ? 'unknown field' : `must be ${bad.expected}`}`);
}

/** @throws SensError 400 when there are no messages or too many */
export function checkCount(messages: readonly unknown[] | null | undefined): void {
	if (!messages || messages.length === 0) throw badRequest('messages: required');
	if (messages.length > MAX_MESSAGES) throw badRequest(`messages: at most ${MAX_MESSAGES}`);
}

/** @throws SensError 400 naming every field that does not fit */
export function readSend(body: unknown): SendBody {
	checkShape(body, SEND);
	// The shape has just been checked field by field.
	const send = body as Partial<SendBody>;
	const { plusFriendId, templateCode, messages = [] } = send;
	if (!plusFriendId) throw badRequest('plusFriendId: required');
	if (!templateCode) throw badRequest('templateCode: required');
	checkCount(messages);
	const problems = messages.flatMap((message, i) => messageProblems(message, `messages[${i}]`));
	if (problems.length > 0) throw badRequest(...problems);
	return { ...send, plusFriendId, templateCode, messages };
}
