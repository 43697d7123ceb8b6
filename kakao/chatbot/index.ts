/** OpenBuilder chatbots: what a skill call says, what answers it, and the bot that speaks first. */
export { readSkill } from './readSkill';
export type { SkillParameter, SkillRequest, SkillUser } from './skillRequest';
export { buildAnswer } from './answer/build';
export { SKILL_LIMITS, type Audience } from './answer/limits';
export type * from './answer/parts';
export {
	callbackPlace,
	sendCallback,
	SKILL_TIME,
	waitingAnswer,
	type CallbackOutcome,
	type CallbackPlace,
} from './callback';
export { verifySkill } from './verify';
export { kakaoBot } from './event/bot';
export {
	eventProblems,
	readTarget,
	sendEvent,
	sendEvents,
	TARGETS_PER_CALL,
	type BotEvent,
	type BotTarget,
	type BotTargetType,
} from './event/send';
export { resultFor, taskResult, type TaskResult, type UserResult } from './event/task';
