import { Picture } from '../bubbles/Picture.tsx';
import { Icon } from '../Icon.tsx';
import { useLanguage } from '../language.mts';
import { LinkedText } from '../LinkedText.tsx';
import type { ConsultFile, ConsultMedia } from './api.mts';
import { fileSize } from './fileSize.mts';

/** 2026.12.01 */
const day = (iso: string): string => iso.slice(0, 10).replaceAll('-', '.');

function FileCard({ file }: { file: ConsultFile }) {
	const { words } = useLanguage();
	return (
		<a class="consult-file" href={file.url} target="_blank" rel="noopener noreferrer" download={file.name} data-testid="consult-file">
			<span class="consult-file-icon">
				<Icon name="file" size={22} />
			</span>
			<span class="consult-file-text">
				<strong>{file.name}</strong>
				{file.expiresAt && <small>{words.until(day(file.expiresAt))}</small>}
				<small>{words.fileSize(fileSize(file.size))}</small>
			</span>
		</a>
	);
}

/** How many photos stand beside each other: KakaoTalk fills rows of three and ends with two or one. */
const columns = (count: number): number => (count === 1 ? 1 : count === 2 || count === 4 ? 2 : 3);

function Photos({ files }: { files: readonly ConsultFile[] }) {
	return (
		<div class="consult-photos" data-columns={columns(files.length)} data-testid="consult-photos">
			{files.map((file) => (
				<a key={file.url} href={file.url} target="_blank" rel="noopener noreferrer" title={file.name}>
					<Picture url={file.url} className="consult-photo" inside />
				</a>
			))}
		</div>
	);
}

/** Photos, a file, a video or a voice message. */
export function MediaBubble({ media: { media, files } }: { media: ConsultMedia }) {
	const [file] = files;
	const comments = files.flatMap(({ comment }) => (comment ? [comment] : []));
	if (!file) return null;
	return (
		<div class="consult-media">
			{media === 'photo' && <Photos files={files} />}
			{media === 'video' && <video class="consult-video" src={file.url} controls preload="metadata" />}
			{media === 'audio' && <audio class="consult-audio" src={file.url} controls preload="metadata" />}
			{media !== 'photo' && <FileCard file={file} />}
			{comments.map((comment, place) => (
				<p class="consult-text" key={place}>
					<LinkedText text={comment} />
				</p>
			))}
		</div>
	);
}
