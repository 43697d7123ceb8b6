import type { Hono } from 'hono';
import type { DealerEnv } from '../contract.mts';
import { ACCOUNT_ID, type Group, type SolapiAccount } from './account.mts';
import { check, readAdd, readGroup, readSend, readSendMany, type SendManyBody, type MessageBody } from './bodies.mts';
import { STATUS_MESSAGES, invalid } from './codes.mts';
import { cancelSchedule, deleteGroup, findGroup, requirePending, requireRoom, scheduleGroup, sendGroup, wireGroup } from './groups.mts';
import { listGroupMessages, listGroups, listMessages } from './listing.mts';
import { registerAll, registration } from './register.mts';
import { bodyOf, queryOf } from './request.mts';

/** Registers and commits in one go: what all the `send…` calls do. */
function sendAll(account: SolapiAccount, body: SendManyBody & { messages: MessageBody[] }) {
	if (body.scheduledDate && Number.isNaN(Date.parse(body.scheduledDate))) throw invalid('"scheduledDate" must be a valid ISO 8601 date');
	const { agent } = body;
	const group = account.newGroup({
		allowDuplicates: body.allowDuplicates ?? false, customFields: {}, appId: agent?.appId ?? null,
		sdkVersion: agent?.sdkVersion ?? null, osPlatform: agent?.osPlatform ?? null,
	});
	const entries = registerAll(account, group, body.messages);
	if (entries.every((entry) => entry.message === null)) group.status = 'FAILED';
	else if (body.scheduledDate) scheduleGroup(account, group, body.scheduledDate);
	else sendGroup(account, group);
	return { group, entries };
}

/** Sending and listing messages. */
export function messageRoutes(app: Hono<DealerEnv>, account: SolapiAccount): void {
	app.post('/messages/v4/send-many/detail', async (c) => {
		const body = readSendMany(await bodyOf(c));
		c.set('recipients', body.messages.length);
		const { group, entries } = sendAll(account, body);
		const messageList = entries.filter((entry) => entry.message).map((entry) => ({
			messageId: entry.messageId, statusCode: entry.registered, statusMessage: STATUS_MESSAGES[entry.registered],
			...(entry.customFields && { customFields: entry.customFields }),
		}));
		return c.json({
			failedMessageList: entries.filter((entry) => !entry.message).map(registration), groupInfo: wireGroup(group),
			...(body.showMessageList && { messageList }),
		});
	});
	app.post('/messages/v4/send-many', async (c) => {
		const body = readSendMany(await bodyOf(c));
		c.set('recipients', body.messages.length);
		return c.json(wireGroup(sendAll(account, body).group));
	});
	app.post('/messages/v4/send', async (c) => {
		const body = readSend(await bodyOf(c));
		c.set('recipients', body.messages.length);
		const { group, entries: [entry] } = sendAll(account, body);
		return c.json({ groupId: group.groupId, accountId: ACCOUNT_ID, ...(entry && registration(entry)) });
	});
	app.get('/messages/v4/list', (c) => c.json(listMessages(account, queryOf(c))));
}

function removeMessages(group: Group, messageIds: readonly string[]) {
	requirePending(group);
	const wanted = new Set(messageIds);
	const found = new Set(group.entries.filter((entry) => wanted.has(entry.messageId)).map((entry) => entry.messageId));
	for (const entry of group.entries) if (found.has(entry.messageId)) group.recipients.delete(entry.to);
	group.entries = group.entries.filter((entry) => !found.has(entry.messageId));
	const resultList = messageIds.map((messageId) => ({ messageId, resultCode: found.has(messageId) ? 'Success' : 'NotFound' }));
	return { groupId: group.groupId, errorCount: messageIds.length - found.size, resultList };
}

/** Collecting, committing, scheduling and cancelling groups. */
export function groupRoutes(app: Hono<DealerEnv>, account: SolapiAccount): void {
	const base = '/messages/v4/groups';
	app.post(base, async (c) => {
		const body = readGroup(await bodyOf(c));
		return c.json(wireGroup(account.newGroup({
			allowDuplicates: body.allowDuplicates ?? false, customFields: body.customFields ?? {}, appId: body.appId ?? null,
			sdkVersion: body.sdkVersion ?? null, osPlatform: body.osPlatform ?? null,
		})));
	});
	app.get(base, (c) => c.json(listGroups(account, queryOf(c))));
	app.get(`${base}/:id`, (c) => c.json(wireGroup(findGroup(account, c.req.param('id')))));
	app.delete(`${base}/:id`, (c) => {
		const group = findGroup(account, c.req.param('id'));
		deleteGroup(group);
		return c.json(wireGroup(group));
	});
	app.put(`${base}/:id/messages`, async (c) => {
		const messages = readAdd(await bodyOf(c));
		c.set('recipients', messages.length);
		const group = findGroup(account, c.req.param('id'));
		requirePending(group);
		requireRoom(group, messages.length);
		const entries = registerAll(account, group, messages);
		return c.json({ errorCount: entries.filter((entry) => !entry.message).length, resultList: entries.map(registration) });
	});
	app.get(`${base}/:id/messages`, (c) => c.json(listGroupMessages(findGroup(account, c.req.param('id')), queryOf(c))));
	app.delete(`${base}/:id/messages`, async (c) => {
		const body = await bodyOf(c);
		check(body, { messageIds: ['string'] });
		const { messageIds = [] } = body as { messageIds?: string[] };
		return c.json(removeMessages(findGroup(account, c.req.param('id')), messageIds));
	});
	app.post(`${base}/:id/send`, (c) => {
		const group = findGroup(account, c.req.param('id'));
		sendGroup(account, group);
		return c.json(wireGroup(group));
	});
	app.post(`${base}/:id/schedule`, async (c) => {
		const body = await bodyOf(c);
		check(body, { scheduledDate: 'string' });
		const { scheduledDate = '' } = body as { scheduledDate?: string };
		const group = findGroup(account, c.req.param('id'));
		scheduleGroup(account, group, scheduledDate);
		return c.json(wireGroup(group));
	});
	app.delete(`${base}/:id/schedule`, (c) => {
		const group = findGroup(account, c.req.param('id'));
		cancelSchedule(account, group);
		return c.json(wireGroup(group));
	});
}
