import { MISMATCH_CODES, finishedBubble, mismatch, type FinishedParts } from '../../world/match.mts';
import type { Button, Channel, Template } from '../../world/types.mts';
import { acceptAll, failover, refusingAll } from './accept.mts';
import type { SensAccount } from './account.mts';
import { readSend, type SendBody, type SensButton, type SensMessage } from './bodies.mts';
import { badRequest } from './errors.mts';
import { readReservation } from './reserve.mts';

const plainButton = (button: SensButton): Button => ({
	type: button.type ?? 'WL', name: button.name ?? '',
	...(button.linkMobile && { linkMobile: button.linkMobile }), ...(button.linkPc && { linkPc: button.linkPc }),
	...(button.schemeAndroid && { schemeAndroid: button.schemeAndroid }), ...(button.schemeIos && { schemeIos: button.schemeIos }),
	...(button.telNumber && { telNumber: button.telNumber }),
});

/** The call button's number has no documented field at SENS; the template's own is used where none is given. */
function sentParts(message: SensMessage, template: Template): FinishedParts {
	const buttons = (message.buttons ?? []).map((button, i) => {
		const telNumber = button.telNumber ?? template.bubble.buttons[i]?.telNumber;
		return { ...plainButton(button), ...(telNumber && button.type === 'TN' && { telNumber }) };
	});
	return {
		text: message.content, title: message.title ?? null, header: message.headerContent ?? null,
		highlight: message.itemHighlight ?? null, items: message.item?.list ?? [], summary: message.item?.summary ?? null, buttons,
	};
}

function findTarget(account: SensAccount, body: SendBody): { channel: Channel; template: Template } {
	const channel = account.sendingChannel(body.plusFriendId);
	const template = account.world.templates.find(channel, body.templateCode);
	if (!template || template.status !== 'approved') throw badRequest('templateCode: template not found or not approved');
	return { channel, template };
}

/** `POST …/messages`: takes finished texts. One that does not match is accepted here and fails at Kakao (3016). */
export function send(account: SensAccount, json: unknown) {
	const body = readSend(json);
	const { reservation, channel, template } = refusingAll(account, body.templateCode, body.messages, () => ({
		reservation: readReservation(body.reserveTime, body.reserveTimeZone), ...findTarget(account, body),
	}));
	const about = { lane: 'alimtalk' as const, channel, templateCode: template.code, messageType: null, reservation };
	return acceptAll(account, about, body.messages, (sent) => {
		const parts = sentParts(sent, template);
		const bubble = finishedBubble(template, parts);
		const differs = mismatch(template, parts);
		return { bubble, targeting: null, fallback: failover(sent, bubble.text, channel), verdict: differs && MISMATCH_CODES[differs] };
	});
}
