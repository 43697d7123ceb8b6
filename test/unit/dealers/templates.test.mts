import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { naverSens } from '../../../kakao/dealers/naverSens';
import { toTemplate as sensTemplate } from '../../../kakao/dealers/naverSens/templates';
import { nhnCloud } from '../../../kakao/dealers/nhnCloud';
import { toTemplate as nhnTemplate } from '../../../kakao/dealers/nhnCloud/templates';
import { solapi } from '../../../kakao/dealers/solapi';
import { toTemplate as solapiTemplate } from '../../../kakao/dealers/solapi/templates';
import { collectVariables } from '../../../kakao/message/variables';
import { answer, talk } from '../support/wires.mts';

const envelope = (body: object) =>
	answer({ header: { resultCode: 0, resultMessage: '', isSuccessful: true }, ...body });

describe('NHN Cloud’s templates', () => {
	test('keep their title also where the field is misspelt as in the guide', () => {
		expect(nhnTemplate({ tempalteTitle: '#{상태}' }).content.title).toBe('#{상태}');
		expect(nhnTemplate({ templateTitle: '바른', tempalteTitle: '틀린' }).content.title).toBe('바른');
	});

	test('show the variables of every part, so that no send is refused for a missing one', () => {
		const { content } = nhnTemplate({
			templateContent: '#{a}',
			templateHeader: '#{b}',
			templateItemHighlight: { title: '#{c}', description: '#{d}' },
			templateItem: { list: [{ title: '1', description: '#{e}' }], summary: { title: '합계', description: '#{f}' } },
			templateRepresentLink: { linkMo: 'https://#{g}' },
			buttons: [{ type: 'WL', name: '열기', linkMo: 'https://#{h}', linkPc: 'https://#{i}' }],
			quickReplies: [{ type: 'AL', name: '앱', schemeIos: 'app://#{j}' }],
		});
		expect(collectVariables(content).map(({ name }) => name)).toEqual('abcdefghij'.split(''));
	});

	test.each([
		[{ status: 'TSC01' }, 'inReview'],
		[{ status: 'TSC02' }, 'inReview'],
		[{ status: 'TSC03' }, 'approved'],
		[{ status: 'TSC04' }, 'rejected'],
		[{ status: 'TSC03', block: true }, 'stopped'],
		[{ status: 'TSC03', dormant: true }, 'stopped'],
		[{ status: 'TSC99' }, 'inReview'],
	])('%j is %s', (row, status) => {
		expect(nhnTemplate(row).status).toBe(status);
	});

	test('a code is compared exactly: the dealer’s filter may find similar ones', () => {
		const found = envelope({ templateListResponse: { templates: [{ templateCode: 'ORDER2' }], totalCount: 1 } });
		expect(talk(nhnCloud.alimTalk.template('key', 'ORDER'), [found]).result).toBeNull();
	});

	test('channels that cannot send are marked with the cause', () => {
		const senders = [
			{ senderKey: 'k1', plusFriendId: '@a', status: 'YSC03' },
			{ senderKey: 'k2', plusFriendId: '@b', status: 'YSC03', block: true },
			{ senderKey: 'k3', plusFriendId: '@c', status: 'YSC02' },
		];
		const { entries } = talk(nhnCloud.profiles(undefined), [envelope({ senders, totalCount: 3 })]).result;
		expect(entries.map(({ usable, note }) => [usable, note])).toEqual([
			[true, undefined],
			[false, 'blocked'],
			[false, 'not registered yet'],
		]);
	});
});

describe('SOLAPI’s templates', () => {
	test('their buttons are read under both sets of names', () => {
		const { content } = solapiTemplate({
			buttons: [{ buttonName: '열기', buttonType: 'WL', linkMo: 'https://a' }],
			quickReplies: [{ name: '답', linkType: 'BK' }],
		});
		expect(content.buttons).toEqual([{ type: 'WL', name: '열기', linkMobile: 'https://a' }]);
		expect(content.quickReplies).toEqual([{ type: 'BK', name: '답' }]);
	});

	test('one of another channel is not offered: it would be refused at the send without saying why', () => {
		const row = { templateId: 'T', channelId: 'OTHER', status: 'APPROVED' };
		expect(talk(solapi.alimTalk.template('PF', 'T'), [answer(row)]).result).toBeNull();
		expect(talk(solapi.alimTalk.template('OTHER', 'T'), [answer(row)]).result?.code).toBe('T');
		expect(talk(solapi.alimTalk.template('PF', 'T'), [answer({ errorCode: 'NotFound' }, 404)]).result).toBeNull();
	});

	test('a hidden one is stopped', () => {
		expect(solapiTemplate({ status: 'APPROVED', isHidden: 1 }).status).toBe('stopped');
	});
});

describe('SENS’s templates', () => {
	const row = { templateCode: 'T', templateInspectionStatus: 'COMPLETE', templateStatus: 'ACTIVE', content: ' 글 \n' };

	test.each([
		['an array', [row]],
		['a bare object', row],
		['wrapped', { items: [row] }],
	])('one is read from %s, its blanks and line breaks untouched', (_, body) => {
		const template = talk(naverSens.alimTalk.template('@shop', 'T'), [answer(body)]).result;
		expect(template).toMatchObject({ code: 'T', status: 'approved', content: { text: ' 글 \n' } });
	});

	test.each([
		[{ templateInspectionStatus: 'REJECT', templateStatus: 'READY' }, 'rejected'],
		[{ templateInspectionStatus: 'COMPLETE', templateStatus: 'STOP' }, 'stopped'],
		[{ templateInspectionStatus: 'REQUEST', templateStatus: 'READY' }, 'inReview'],
	])('%j is %s', (parts, status) => {
		expect(sensTemplate(parts).status).toBe(status);
	});

	test('an empty 404 is an empty list, one with words is the wrong service', () => {
		expect(talk(naverSens.alimTalk.templates('@shop', undefined), [answer('', 404)]).result.entries).toEqual([]);
		expect(() =>
			talk(naverSens.alimTalk.templates('@shop', undefined), [answer({ errorMessage: 'no service' }, 404)]),
		).toThrow(/templates/);
	});
});

test.each([
	['NHN Cloud', nhnTemplate],
	['SOLAPI', solapiTemplate],
	['SENS', sensTemplate],
])('%s: a template of any odd shape does not empty the whole list', (_, toTemplate) => {
	const parts = 'templateItem templateRepresentLink item highlight itemHighlight buttons quickReplies content status';
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...parts.split(' ')), fc.anything()), (row) => {
			const { content } = toTemplate(row);
			expect(Array.isArray(content.buttons) && typeof content.text === 'string').toBe(true);
			expect(collectVariables(content)).toBeInstanceOf(Array);
		}),
	);
});
