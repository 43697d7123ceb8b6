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

export interface SensMessage {
	countryCode?: string | null;
	to: string;
	content: string;
	title?: string | null;
	headerContent?: string | null;
	itemHighlight?: { title: string; description: string } | null;
	item?: { list?: ListItem[] | null; summary?: ListItem | null } | null;
	buttons?: SensButton[] | null;
	useSmsFailover?: boolean | null;
	failoverConfig?: FailoverConfig | null;
}

export interface SendBody {
	plusFriendId: string;
	templateCode: string;
	messages: SensMessage[];
	reserveTime?: string | null;
	reserveTimeZone?: string | null;
}

const MAX_MESSAGES = 100;
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
		failoverConfig: { type: 'string', from: 'string', subject: 'string', content: 'string' },
	}],
};

/** WL needs both links and AL both schemes (E-AT). */
function buttonProblem(button: SensButton): string | null {
	if (!button.type || !button.name) return 'type and name are required';
	if (button.type === 'WL' && (!button.linkMobile || !button.linkPc)) return 'linkMobile and linkPc are required for WL';
	if (button.type === 'AL' && (!button.schemeIos || !button.schemeAndroid)) return 'schemeIos and schemeAndroid are required for AL';
	return null;
}

function messageProblems(message: Partial<SensMessage>, path: string): string[] {
	const problems: string[] = [];
	if (!message.to || !/^\d+$/.test(message.to)) problems.push(`${path}.to: digits only`);
	if (!message.content) problems.push(`${path}.content: required`);
	if (message.countryCode && !/^\d{1,4}$/.test(message.countryCode)) problems.push(`${path}.countryCode: digits only`);
	message.buttons?.forEach((button, i) => {
		const problem = buttonProblem(button);
		if (problem) problems.push(`${path}.buttons[${i}]: ${problem}`);
	});
	const type = message.failoverConfig?.type;
	if (type && type !== 'SMS' && type !== 'LMS') problems.push(`${path}.failoverConfig.type: SMS or LMS`);
	return problems;
}

/** @throws SensError 400 naming every field that does not fit */
export function readSend(body: unknown): SendBody {
	if (body === undefined) throw badRequest('malformed JSON');
	const bad = misfit(body, SEND);
	if (bad) throw badRequest(`${bad.path}: ${bad.problem === 'unknown' ? 'unknown field' : `must be ${bad.expected}`}`);
	// The shape has just been checked field by field.
	const send = body as Partial<SendBody>;
	const { plusFriendId, templateCode, messages } = send;
	if (!plusFriendId) throw badRequest('plusFriendId: required');
	if (!templateCode) throw badRequest('templateCode: required');
	if (!messages || messages.length === 0) throw badRequest('messages: required');
	if (messages.length > MAX_MESSAGES) throw badRequest(`messages: at most ${MAX_MESSAGES}`);
	const problems = messages.flatMap((message, i) => messageProblems(message, `messages[${i}]`));
	if (problems.length > 0) throw badRequest(...problems);
	return { ...send, plusFriendId, templateCode, messages };
}
