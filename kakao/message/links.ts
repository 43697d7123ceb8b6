import type { Problem } from './limits';
import type { Button, Content } from './template';

const WEB_LINK = /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i;

/** Checks the finished web links of a message: a broken button cannot be taken back once the message is out. */
export function linkProblems(content: Content, options: { requireHttps: boolean }): Problem[] {
	const buttons: [string, Partial<Button>][] = [
		...content.buttons.map((button, at): [string, Button] => [`button ${at + 1} "${button.name}"`, button]),
		...content.quickReplies.map((button, at): [string, Button] => [`quick reply ${at + 1} "${button.name}"`, button]),
	];
	if (content.representLink) buttons.push(['image link', content.representLink]);
	return buttons.flatMap(([field, button]) =>
		[button.linkMobile, button.linkPc].flatMap((link) => {
			const problem = link === undefined ? undefined : webLinkProblem(link, options.requireHttps);
			return problem ? [{ field, ...problem }] : [];
		}),
	);
}

/** What is wrong with a finished web address; undefined when it leads somewhere. */
export function webLinkProblem(link: string, requireHttps: boolean): Omit<Problem, 'field'> | undefined {
	if (link === '') return { text: 'leads nowhere: its value is empty', cure: 'Give the variable in the link a value.' };
	if (/^https?:\/\/https?:/i.test(link)) {
		return {
			text: `leads to "${link}", with https:// twice`,
			cure: 'Leave out https:// in the value: the template already has it.',
		};
	}
	if (/\s/.test(link))
		return {
			text: `leads to "${link}", which holds a blank`,
			cure: 'Encode the value, say with encodeURIComponent, or remove the blank.',
		};
	if (!WEB_LINK.test(link) || !URL.canParse(link))
		return {
			text: `leads to "${link}", which is no web address`,
			cure: 'Give a value that makes a full address beginning with https://.',
		};
	if (requireHttps && !/^https:/i.test(link)) {
		return {
			text: `leads to "${link}", which is not encrypted`,
			cure: 'Use an https:// address, or switch off "Require HTTPS Links".',
		};
	}
	return undefined;
}
