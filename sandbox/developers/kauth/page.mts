import type { AppUser } from '../users.mts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);

const frame = (title: string, inside: string): string => `<!doctype html>
<html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>body{font:16px/1.5 sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem}label{display:block;margin:.75rem 0}
input[name=number],select{font:inherit;padding:.4rem;width:100%;box-sizing:border-box}
button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:.4rem;margin-right:.5rem;cursor:pointer}.yes{background:#fee500}</style>
<h1>${escape(title)}</h1>${inside}</html>`;

/** Who signs in, and what they agree to. @param query what the authorize request carried, sent along unchanged */
export function consentPage(people: readonly (AppUser & { label: string | null })[], scopes: readonly string[], query: URLSearchParams): string {
	const hidden = [...query].map((pair) => pair.map(escape)).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join('');
	const options = people.map(({ number, label }) => `<option value="${escape(number)}">${escape(label ?? '')}</option>`).join('');
	const boxes = scopes.map(escape).map((scope) => `<label><input type="checkbox" name="agreed" value="${scope}" checked> ${scope}</label>`).join('');
	return frame('카카오 로그인 (로컬)', `<form method="post" action="/oauth/authorize">${hidden}
<label>누구로 로그인할까요? / Phone number that signs in
<input name="number" list="people" required pattern="[0-9]{8,15}" value="${escape(people[0]?.number ?? '')}"></label>
<datalist id="people">${options}</datalist>${boxes}
<p><button class="yes" name="decision" value="agree">동의하고 계속하기</button>
<button name="decision" value="deny" formnovalidate>취소</button></p></form>`);
}

export const problemPage = (code: string, text: string): string =>
	frame(code, `<p>${escape(text)}</p><p>앱 관리자 설정 오류 (${escape(code)})</p>`);
