import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type ConsultForm, postForm } from '../../../kakao/consult/entry/form';
import { decodeMetadata } from '../../../kakao/consult/metadata';
import { valueOf } from '../support/made.mts';

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescape = (text: string) => text.replace(/&([^;]+);/g, (_, name: string) => NAMES[name] ?? '?');

/** Reads the snippet as strictly as it is written: nothing but the known tags may be in it. */
function readForm(html: string): { fields: Record<string, string>; label: string } {
	const [, inside] =
		/^<form action="https:\/\/bizmessage\.kakao\.com\/chat\/open" method="post" accept-charset="UTF-8">([^]*)<\/form>$/.exec(
			html,
		) ?? [];
	const [, inputs, label] = /^([^]*)\n\t<button type="submit">([^<>"']*)<\/button>\n$/.exec(inside ?? '') ?? [];
	if (inputs === undefined || label === undefined) throw new Error(`This is no consult form: ${html}`);
	const field = /\n\t<input type="hidden" name="([a-z_]+)" value="([^<>"']*)">/g;
	if (inputs.replace(field, '') !== '') throw new Error(`More than fields: ${inputs}`);
	const fields = [...inputs.matchAll(field)].map(([, name = '', value = '']) => [name, unescape(value)]);
	return { fields: Object.fromEntries(fields) as Record<string, string>, label: unescape(label) };
}

describe('the pasted button sends what Kakao expects', () => {
	test('as little as a channel', () => {
		expect(postForm({ searchId: '@우리가게' })).toEqual({
			value: [
				'<form action="https://bizmessage.kakao.com/chat/open" method="post" accept-charset="UTF-8">',
				'\t<input type="hidden" name="uuid" value="@우리가게">',
				'\t<button type="submit">카카오톡 상담하기</button>',
				'</form>',
			].join('\n'),
		});
	});

	test('everything there is', () => {
		const html = valueOf(
			postForm({
				searchId: 'https://bizmessage.kakao.com/chat/open/@myshop',
				extra: { order: 'A100', from: '상세' },
				bot: 'true',
				event: 'welcome',
				appOpenType: 'modal',
				label: '문의하기',
			}),
		);
		const { fields, label } = readForm(html);
		expect(fields).toEqual({
			uuid: '@myshop',
			extra: expect.stringMatching(/^[A-Za-z0-9_]{1,50}$/) as string,
			bot: 'true',
			event: 'welcome',
			app_open_type: 'modal',
		});
		expect(decodeMetadata(fields.extra ?? '')).toEqual({ order: 'A100', from: '상세' });
		expect(label).toBe('문의하기');
	});
});

test('no label and no event breaks out of the page it is pasted into', () => {
	const tricky = fc.oneof(
		fc.string({ minLength: 1, maxLength: 60 }),
		fc.constantFrom('<script>alert(1)</script>', '" onclick="alert(1)', "'><img src=x>", '&lt;b&gt;', '</form>'),
	);
	fc.assert(
		fc.property(tricky, tricky, (event, label) => {
			fc.pre(label.trim() !== '');
			expect(readForm(valueOf(postForm({ searchId: '@myshop', bot: 'auto', event, label })))).toEqual({
				fields: { uuid: '@myshop', bot: 'auto', event },
				label,
			});
		}),
	);
});

describe('a button that would not work is not made', () => {
	const odd = (form: Record<string, string>) => ({ searchId: '@myshop', ...form }) as ConsultForm;

	test.each([
		[odd({ searchId: '_xAbC12' }), 'channel', /public ID/],
		[odd({ extra: '주문 1' }), 'metadata', /letters, digits and _/],
		[odd({ bot: 'yes' }), 'bot', /"yes", which Kakao does not know/],
		[odd({ appOpenType: 'popup' }), 'app open type', /"popup", which Kakao does not know/],
		[odd({ bot: 'true', event: 'e'.repeat(101) }), 'event', /101 characters, the limit is 100/],
		[odd({ bot: 'false', event: 'welcome' }), 'event', /does not begin with the bot/],
		[odd({ event: 'welcome' }), 'event', /does not begin with the bot/],
		[odd({ label: ' ' }), 'label', /empty/],
	])('%j', (form, field, text) => {
		expect(postForm(form)).toEqual({
			problems: [
				{ field, text: expect.stringMatching(text) as string, cure: expect.stringMatching(/\w.*\.$/) as string },
			],
		});
	});

	test('an event of a hundred characters still goes', () => {
		expect(postForm({ searchId: '@myshop', bot: 'true', event: 'e'.repeat(100) })).toHaveProperty('value');
	});

	test('everything wrong is said at once', () => {
		const made = postForm(odd({ searchId: '', extra: '주문', bot: 'yes', label: '' }));
		expect(made).toMatchObject({
			problems: [{ field: 'channel' }, { field: 'metadata' }, { field: 'bot' }, { field: 'label' }],
		});
	});
});
