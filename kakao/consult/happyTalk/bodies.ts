import { bubbleBody, withExtra } from '../bubble';
import type { FileUpload, Notice, RichBubble, Uploaded } from '../contract';
import type { ReplyTarget } from '../event';
import { toWireTarget } from '../raw/bodies';

/** Bodies of HappyTalk's third format (facts consulttalk §2.3). */

const common = (target: ReplyTarget, serial: string) => ({ ...toWireTarget(target), serial_number: serial });

export const textBody = (target: ReplyTarget, message: string, serial: string) => ({
	...common(target, serial),
	chat_bubble_type: 'TEXT',
	message,
});

export const richBody = (target: ReplyTarget, bubble: RichBubble, serial: string) => ({
	...withExtra(bubbleBody(bubble), bubble.extra),
	...common(target, serial),
});

export const fileBody = (
	target: ReplyTarget,
	kind: FileUpload['kind'],
	{ url, name, size }: Uploaded,
	serial: string,
) => ({
	...common(target, serial),
	chat_bubble_type: kind.toUpperCase(),
	attachment:
		kind === 'image' ? { image: { img_url: url } } : { file: { file_url: url, file_name: name, file_size: size } },
});

/** The words of a notice stand in Kakao's biz-message centre: none are sent along. */
export const noticeBody = (target: ReplyTarget, notice: Notice, serial: string) => ({
	...common(target, serial),
	chat_bubble_type: 'TEXT',
	auto_answer: notice,
});
