import type { Context, Hono } from 'hono';
import type { DealerEnv } from '../../dealers/contract.mts';
import { isFileKind, formOf, partOf, storeFile, storePicture } from '../kakao/uploads.mts';
import { KAKAO, KakaoRefusal } from '../kakao/refusals.mts';
import type { BridgeAccount, Timetable } from './account.mts';
import { BridgeError, empty, success } from './errors.mts';
import { brandIn, brandKeyOf, requireScope, scopeOf } from './keys.mts';
import { bodyOf } from './request.mts';

const TIMETABLE = { day: 'string', startAt: 'string', endAt: 'string' } as const;
/** The manual shows MON and TUE only. */
const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function uploadRoutes(app: Hono<DealerEnv>, { tools }: BridgeAccount): void {
	const { consult } = tools.world;
	const formIn = async (c: Context<DealerEnv>) => {
		requireScope(scopeOf(c.req.header('Authorization')), 'BrandWrite');
		const form = await formOf(c);
		if (!form) throw new BridgeError(400, 'NOT_MULTIPART', 'multipart/form-data로 보내 주세요.');
		// Sends say `brandKey`, uploads `brand` (manual digest 5).
		brandIn(consult, String(form.get('brand') ?? ''));
		const part = await partOf(form.get('file'));
		if (!part) throw new BridgeError(400, 'NO_FILE', '파일이 없어요.');
		return { form, part };
	};
	app.post('/api/agent/upload/image', async (c) => {
		const { form, part } = await formIn(c);
		const stored = storePicture(consult.media, part, form.get('imageType') === 'rich');
		if (typeof stored === 'string') throw new KakaoRefusal(KAKAO.upload, stored);
		return c.json(success({ url: stored.url, name: stored.name, size: stored.size }));
	});
	app.post('/api/agent/upload/file', async (c) => {
		const { form, part } = await formIn(c);
		const type = String(form.get('fileType') || 'file');
		const stored = isFileKind(type) ? storeFile(consult.media, part, type) : 'FailedToUploadFileException';
		if (typeof stored === 'string') throw new KakaoRefusal(KAKAO.upload, stored);
		return c.json(success({ url: stored.url, name: stored.name, size: stored.size }));
	});
}

function checkTimetable(week: readonly Timetable[] | null | undefined): Timetable[] {
	if (!week?.length) throw empty('weekTimetable');
	for (const { day, startAt, endAt } of week) {
		if (!DAYS.includes(day) || !CLOCK.test(startAt) || !CLOCK.test(endAt)) {
			throw new BridgeError(400, 'EMPTY', 'weekTimetable: day MON to SUN, startAt and endAt HH:mm');
		}
	}
	if (new Set(week.map(({ day }) => day)).size < week.length) throw new BridgeError(400, 'EMPTY', 'weekTimetable: one span a day');
	return [...week];
}

/** Uploads and the channel's settings. Changing settings needs Admin, as measured; the manual says BrandWrite. */
export function settingRoutes(app: Hono<DealerEnv>, account: BridgeAccount): void {
	const { consult } = account.tools.world;
	uploadRoutes(app, account);
	const brandAsked = (c: Context<DealerEnv>) => {
		requireScope(scopeOf(c.req.header('Authorization')), 'BrandRead');
		return brandKeyOf(brandIn(consult, c.req.query('brand')));
	};
	app.get('/api/agent/channel/schedule', (c) => c.json(success({ data: { weekTimetable: account.schedules.get(brandAsked(c)) ?? [] } })));
	app.post('/api/agent/channel/schedule', async (c) => {
		type Body = { brandKey?: string; weekTimetable?: Timetable[] };
		const body = await bodyOf<Body>(c, { brandKey: 'string', weekTimetable: [TIMETABLE] }, 'Admin');
		const brand = brandKeyOf(brandIn(consult, body.brandKey));
		account.schedules.set(brand, checkTimetable(body.weekTimetable));
		return c.json(success());
	});
	app.get('/api/agent/channel/domain', (c) => {
		const domain = account.domains.get(brandAsked(c)) ?? 'https://webhook.talkbridge.io';
		return c.json(success({ data: { domain } }));
	});
	app.post('/api/agent/channel/domain', async (c) => {
		const body = await bodyOf<{ brandKey?: string; domain?: string }>(c, { brandKey: 'string', domain: 'string' }, 'Admin');
		const brand = brandKeyOf(brandIn(consult, body.brandKey));
		if (!body.domain) throw empty('domain');
		account.domains.set(brand, body.domain);
		return c.json(success());
	});
	app.post('/api/agent/channel/chat', async (c) => {
		const body = await bodyOf<{ brandKey?: string; active?: boolean }>(c, { brandKey: 'string', active: 'boolean' }, 'Admin');
		const channel = brandIn(consult, body.brandKey);
		if (typeof body.active !== 'boolean') throw empty('active');
		consult.connect(channel.channel, { chatActive: body.active });
		return c.json(success());
	});
}
