import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toReport as sensReport } from '../../../kakao/dealers/naverSens/reports';
import { toReport as nhnReport } from '../../../kakao/dealers/nhnCloud/reports';
import { toReport as solapiReport } from '../../../kakao/dealers/solapi/reports';
import type { Report } from '../../../kakao/message/report';

type Row = Record<string, unknown>;
const short = ({ status, deliveredBy, reason }: Report) => [status, deliveredBy, reason?.code ?? null];

describe('NHN Cloud: what became of a message', () => {
	test.each<[Row, ReturnType<typeof short>]>([
		[{ resultCode: '1000' }, ['delivered', 'alimtalk', null]],
		[{ resultCode: 1000 }, ['delivered', 'alimtalk', null]],
		[{ resultCode: '1000', resendStatus: 'RSC01' }, ['delivered', 'alimtalk', null]],
		[{ resultCode: '3019' }, ['failed', null, '3019']],
		[{ resultCode: '3019', resendStatus: 'RSC01' }, ['failed', null, '3019']],
		[{ resultCode: '3019', resendStatus: 'RSC02' }, ['pending', null, '3019']],
		[{ resultCode: '3019', resendStatus: 'RSC03' }, ['pending', null, '3019']],
		[{ resultCode: '3019', resendStatus: 'RSC04' }, ['fallbackDelivered', 'sms', '3019']],
		[{ resultCode: '3019', resendStatusCode: 'RSC04' }, ['fallbackDelivered', 'sms', '3019']],
		[{ resultCode: '3019', resendStatus: 'RSC05' }, ['failed', null, '3019']],
		[{ resultCode: '-5000' }, ['failed', null, '-5000']],
		[{ messageStatus: 'CANCEL' }, ['failed', null, 'cancelled']],
		[{ messageStatus: 'COMPLETED' }, ['pending', null, null]],
		[{}, ['pending', null, null]],
	])('%j', (row, expected) => {
		expect(short(nhnReport(row))).toEqual(expected);
	});

	test('codes of Kakao and of NHN are kept apart, and the time is Korean', () => {
		expect(nhnReport({ resultCode: '3019' }).reason?.codeSpace).toBe('kakao');
		expect(nhnReport({ resultCode: '-5000' }).reason?.codeSpace).toBe('nhnCloud');
		expect(nhnReport({ resultCode: '1000', receiveDate: '2026-12-01 09:30:00.0' }).reportedAt).toBe(
			'2026-12-01T09:30:00.000+09:00',
		);
	});
});

describe('SOLAPI: what became of a message', () => {
	test.each<[Row, ReturnType<typeof short>]>([
		[{ statusCode: '4000' }, ['delivered', 'alimtalk', null]],
		[{ statusCode: '4000', type: 'ATA' }, ['delivered', 'alimtalk', null]],
		[{ statusCode: '4000', replacement: true, text: '짧다' }, ['fallbackDelivered', 'sms', null]],
		[{ statusCode: '4000', replacement: 1, text: '가'.repeat(46) }, ['fallbackDelivered', 'lms', null]],
		[{ statusCode: '4000', replacement: true, type: 'LMS' }, ['fallbackDelivered', 'lms', null]],
		[{ statusCode: '4000', replacement: 0 }, ['delivered', 'alimtalk', null]],
		[{ statusCode: '2000' }, ['pending', null, null]],
		[{ statusCode: '3000' }, ['pending', null, null]],
		[{ statusCode: '2000', status: 'FAILED' }, ['failed', null, '2000']],
		[{ statusCode: '3104' }, ['failed', null, '3104']],
		[{ statusCode: 1062 }, ['failed', null, '1062']],
	])('%j', (row, expected) => {
		expect(short(solapiReport(row))).toEqual(expected);
	});

	test('our key comes back, and the time is shown in Korea', () => {
		const row = {
			statusCode: '4000',
			messageId: 'M4V',
			groupId: 'G4V',
			customFields: { messageKey: 'order-1' },
			dateReported: '2026-12-01T00:30:00.000Z',
		};
		expect(solapiReport(row)).toMatchObject({
			messageId: 'G4V/M4V',
			messageKey: 'order-1',
			reportedAt: '2026-12-01T09:30:00.000+09:00',
		});
	});
});

describe('SENS: what became of a message', () => {
	test.each<[Row, ReturnType<typeof short>]>([
		[{ messageStatusCode: '0000', messageStatusName: 'success' }, ['delivered', 'alimtalk', null]],
		[{ messageStatusName: 'success' }, ['delivered', 'alimtalk', null]],
		[{ messageStatusName: 'processing' }, ['pending', null, null]],
		[{ messageStatusName: 'fail', messageStatusCode: '3019' }, ['failed', null, '3019']],
		[
			{ messageStatusName: 'fail', messageStatusCode: '3019', failover: { messageStatusName: 'success' } },
			['fallbackDelivered', 'sms', '3019'],
		],
		[
			{ messageStatusName: 'fail', messageStatusCode: '3019', failoverStatusName: 'processing' },
			['pending', null, '3019'],
		],
		[
			{ messageStatusName: 'fail', messageStatusCode: '3019', failover: { messageStatusName: 'fail' } },
			['failed', null, '3019'],
		],
		[{ requestStatusCode: 'B004', requestStatusName: 'fail' }, ['failed', null, 'B004']],
		[{ requestStatusCode: 'A000' }, ['pending', null, null]],
		[{}, ['pending', null, null]],
	])('%j', (row, expected) => {
		expect(short(sensReport(row))).toEqual(expected);
	});

	test('a failure without a code still says that something went wrong', () => {
		expect(sensReport({ messageStatusName: 'fail' })).toMatchObject({
			status: 'failed',
			reason: { codeSpace: 'naverSens' },
		});
	});

	test('its naive time is Korean', () => {
		const row = { messageStatusCode: '0000', completeTime: '2026-12-01T09:30:00' };
		expect(sensReport(row).reportedAt).toBe('2026-12-01T09:30:00.000+09:00');
	});
});

const NAMES =
	'resultCode resendStatus messageStatus requestId recipientSeq recipientNo receiveDate resultCodeName statusCode status replacement type text dateReported groupId messageId customFields kakaoOptions messageStatusCode requestStatusCode failover completeTime to templateCode reason';

test.each([
	['NHN Cloud', nhnReport],
	['SOLAPI', solapiReport],
	['SENS', sensReport],
])('%s: a report with missing or odd fields is still a report, and stops no workflow', (_, toReport) => {
	const odd = fc.oneof(fc.anything(), fc.string(), fc.integer(), fc.constantFrom('1000', '4000', '0000', 'A000'));
	const row = fc.dictionary(fc.constantFrom(...NAMES.split(' ')), odd);
	fc.assert(
		fc.property(row, (each) => {
			const report = toReport(each);
			expect(report.messageId).toContain('/');
			expect(['delivered', 'fallbackDelivered', 'failed', 'pending', 'unknown']).toContain(report.status);
			expect(report.deliveredBy !== null).toBe(/elivered$/.test(report.status));
		}),
	);
});
