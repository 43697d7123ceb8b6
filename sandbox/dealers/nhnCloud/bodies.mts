import type { ButtonType, ListItem } from '../../world/types.mts';
import type { Shape } from '../shape.mts';

/** Fallback wishes of one recipient (대체 발송). */
export interface ResendParameter {
	isResend?: boolean | null;
	resendType?: string | null;
	resendTitle?: string | null;
	resendContent?: string | null;
	resendSendNo?: string | null;
}

interface RecipientBase {
	recipientNo?: string | null;
	recipientGroupingKey?: string | null;
	resendParameter?: ResendParameter | null;
}

/** `/messages`: NHN fills the template. Buttons only carry additions. */
export interface TemplateRecipient extends RecipientBase {
	templateParameter?: Record<string, string> | null;
	buttons?: { ordering?: number | null; telNumber?: string | null }[] | null;
	quickReplies?: { ordering?: number | null }[] | null;
}

export interface RawButton {
	ordering?: number | null;
	type?: ButtonType | null;
	name?: string | null;
	linkMo?: string | null;
	linkPc?: string | null;
	schemeIos?: string | null;
	schemeAndroid?: string | null;
	telNumber?: string | null;
}

/** `/raw-messages`: the caller sends the finished text and everything around it. */
export interface RawRecipient extends RecipientBase {
	content?: string | null;
	templateTitle?: string | null;
	templateHeader?: string | null;
	templateItem?: { list?: ListItem[] | null; summary?: ListItem | null } | null;
	templateItemHighlight?: { title: string; description: string } | null;
	buttons?: RawButton[] | null;
	quickReplies?: RawButton[] | null;
}

const RESEND = {
	isResend: 'boolean', resendType: 'string', resendTitle: 'string', resendContent: 'string', resendSendNo: 'string',
} as const;
const ITEM = { title: 'string', description: 'string' } as const;
const LINKS = { linkMo: 'string', linkPc: 'string', schemeIos: 'string', schemeAndroid: 'string' } as const;
const QUICK = { ordering: 'number', chatExtra: 'string', chatEvent: 'string', target: 'string' } as const;
const BUTTON = { ...QUICK, relayId: 'string', oneClickId: 'string', productId: 'string', telNumber: 'string' } as const;
const NAMED = { type: 'string', name: 'string', bizFormId: 'number', ...LINKS } as const;

const sendShape = (recipient: Shape): Shape => ({
	senderKey: 'string', templateCode: 'string', requestDate: 'string', senderGroupingKey: 'string', createUser: 'string',
	recipientList: [recipient], messageOption: { price: 'number', currencyType: 'string' }, statsId: 'string',
});

/** Every field `POST …/messages` documents. */
export const TEMPLATE_SEND: Shape = sendShape({
	recipientNo: 'string', templateParameter: 'strings', resendParameter: RESEND, buttons: [BUTTON], quickReplies: [QUICK],
	recipientGroupingKey: 'string',
});

/** Every field `POST …/raw-messages` documents. */
export const RAW_SEND: Shape = sendShape({
	recipientNo: 'string', content: 'string', templateTitle: 'string', templateHeader: 'string',
	templateItem: { list: [ITEM], summary: ITEM }, templateItemHighlight: { ...ITEM, imageUrl: 'string' },
	templateRepresentLink: LINKS, buttons: [{ ...BUTTON, ...NAMED, pluginId: 'string' }], quickReplies: [{ ...QUICK, ...NAMED }],
	resendParameter: RESEND, recipientGroupingKey: 'string',
});
