import type { Made } from '../../message/made';
import { answerProblems } from './checks';
import type { Audience } from './limits';
import type { SkillAnswer } from './parts';
import { toWire } from './wire';

/** The body that answers a skill call, or posts to its callback address; or everything that is wrong with it. */
export function buildAnswer(answer: SkillAnswer, audience: Audience = 'person'): Made<object> {
	const problems = answerProblems(answer, audience);
	return problems.length > 0 ? { problems } : { value: toWire(answer) };
}
