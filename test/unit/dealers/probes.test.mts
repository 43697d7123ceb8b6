import { describe, expect, test } from 'vitest';

import { answerBody, DealerFailure } from '../../../kakao/partner/failure';
import { naverSens } from '../../../kakao/dealers/naverSens';
import { nhnCloud } from '../../../kakao/dealers/nhnCloud';
import { DEALERS } from '../../../kakao/dealers/registry';
import { solapi } from '../../../kakao/dealers/solapi';
import { answer, lost } from '../support/wires.mts';

const NOW = Date.UTC(2026, 11, 1, 12, 0);
const at = (minutes: number) => ({ date: new Date(NOW + minutes * 60_000).toUTCString() });
const nhnHeader = (resultCode: number) => ({ header: { resultCode, resultMessage: 'said', isSuccessful: false } });

describe('testing a credential says what to correct', () => {
	test.each([
		[-1000, /app key/],
		[-1001, /secret key/],
		[-4005, /disabled/],
		[-12345, /-12345: said/],
	])('NHN Cloud %i', (code, words) => {
		expect(nhnCloud.probe.explain(answer(nhnHeader(code)), NOW)).toMatch(words);
	});

	test.each([
		['InvalidAPIKey', /API key/],
		['SignatureDoesNotMatch', /API secret/],
		['RequestTimeTooSkewed', /clock/],
	])('SOLAPI %s', (errorCode, words) => {
		expect(solapi.probe.explain(answer({ errorCode, errorMessage: '' }, 403), NOW)).toMatch(words);
	});

	test('SOLAPI: a restricted key that may not read the balance is still a good key', () => {
		expect(solapi.probe.explain(answer({ errorCode: 'PermissionDenied', errorMessage: 'no' }, 403), NOW)).toBeNull();
	});

	test('a server address that is not allowed is told as such', () => {
		const body = { errorCode: 'Unknown', errorMessage: '허용되지 않은 IP 입니다' };
		expect(solapi.probe.explain(answer(body, 403), NOW)).toMatch(/IP address/);
	});

	test('a clock that is off is named with the minutes, not blamed on the keys', () => {
		expect(naverSens.probe.explain(answer({}, 401, at(-7)), NOW)).toMatch(/about 7 minutes/);
		expect(naverSens.probe.explain(answer({}, 401, at(1)), NOW)).toMatch(/secret key is wrong/);
		expect(naverSens.probe.explain(answer({}, 401), NOW)).toMatch(/secret key is wrong/);
		const skewed = answer({ errorCode: 'RequestTimeTooSkewed' }, 403, at(30));
		expect(solapi.probe.explain(skewed, NOW)).toMatch(/about 30 minutes/);
	});

	test('SENS tells a wrong service id from wrong keys', () => {
		expect(naverSens.probe.explain(answer({}, 404), NOW)).toMatch(/service ID/);
		expect(naverSens.probe.explain(answer({}, 403), NOW)).toMatch(/permission/);
	});

	test.each(DEALERS.map((dealer) => [dealer.id, dealer] as const))(
		'%s: a page that is not the dealer’s own points to the base URL',
		(_, { probe }) => {
			expect(probe.explain(answer('<html>nginx</html>', 502), NOW)).toMatch(/base URL/);
		},
	);

	test('a credential that works has nothing to explain', () => {
		expect(nhnCloud.probe.explain(answer({ header: { isSuccessful: true } }), NOW)).toBeNull();
		expect(solapi.probe.explain(answer({ balance: 0 }), NOW)).toBeNull();
		expect(naverSens.probe.explain(answer([]), NOW)).toBeNull();
	});
});

describe('a list that could not be read', () => {
	const fail = (reply: Parameters<typeof answerBody>[0], judge: Parameters<typeof answerBody>[2] = () => undefined) => {
		try {
			answerBody(reply, 'the templates', judge);
		} catch (error) {
			return error instanceof DealerFailure ? error : undefined;
		}
		return undefined;
	};

	test('says what was asked for and why it failed', () => {
		expect(fail({ kind: 'refused', why: 'unreachable', detail: 'ENOTFOUND' })?.message).toMatch(
			/^Could not read the templates: .*ENOTFOUND/,
		);
		expect(fail(lost)?.reason).toMatchObject({ kind: 'service', retryable: true });
		expect(fail(answer('<html>', 502))?.reason.text).toContain('HTTP 502');
	});

	test('passes on the dealer’s own refusal', () => {
		const reason = { ...fail(lost)!.reason, code: 'own' };
		expect(fail(answer({}), () => reason)?.reason).toBe(reason);
		expect(answerBody(answer({ a: 1 }), 'x', () => null)).toEqual({ a: 1 });
	});
});
