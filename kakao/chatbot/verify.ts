import { knowsSecret } from '../partner/secrets';

/**
 * Whether a skill call carries the header value that was typed into the skill in the chatbot admin center. Kakao signs
 * nothing (facts kakao-developers §7.1): without such a value only the secrecy of the address protects.
 * @param headers names in lower case
 */
export const verifySkill = (
	headers: Readonly<Record<string, string>>,
	{ name, value }: { name: string; value: string },
): 'genuine' | 'forged' => (knowsSecret(headers[name.trim().toLowerCase()], value) ? 'genuine' : 'forged');
