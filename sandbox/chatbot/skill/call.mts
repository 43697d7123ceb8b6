import type { SkillCall, SkillProblem } from '../types.mts';

/** A call and, where it went wrong, why. */
export interface Called { call: SkillCall; problem: SkillProblem | null }

const error = (ko: string, en: string): SkillProblem => ({ severity: 'error', path: '', message: { ko, en } });

/** Asks a skill server. The answer must be there as a whole within the time (facts 7.1). */
export async function callSkill(
	url: string, headers: Readonly<Record<string, string>>, request: string, timeoutMs: number, stop: AbortSignal,
): Promise<Called> {
	const started = performance.now();
	const late = AbortSignal.timeout(timeoutMs);
	const ended = (status: number, response: string, problem: SkillProblem | null): Called => ({
		call: { url, status, ms: Math.round(performance.now() - started), request, response }, problem,
	});
	try {
		const answer = await fetch(url, {
			method: 'POST', redirect: 'manual', body: request, signal: AbortSignal.any([stop, late]),
			headers: { 'Content-Type': 'application/json;charset=UTF-8', Accept: 'application/json', ...headers },
		});
		const text = await answer.text();
		const { status } = answer;
		if (answer.ok) return ended(status, text, null);
		return ended(status, text, error(`스킬 서버가 HTTP ${status}로 응답했습니다.`, `the skill server answered HTTP ${status}.`));
	} catch (failure) {
		if (!(failure instanceof TypeError || failure instanceof DOMException)) throw failure;
		const seconds = timeoutMs / 1000;
		if (late.aborted) {
			const tooLate = error(`스킬 서버가 ${seconds}초 안에 응답하지 않았습니다.`, `the skill server did not answer within ${seconds} s.`);
			return ended(0, '', tooLate);
		}
		return ended(0, '', error('스킬 서버에 연결할 수 없습니다.', 'the skill server could not be reached.'));
	}
}
