import { count, phoneNumber, shortMoment } from '../format.mts';
import { useLanguage } from '../language.mts';
import type { Store } from '../store.mts';
import type { CustomerFile } from './api.mts';

interface RowsProps {
	file: CustomerFile;
	columns: string[];
	onOpen: (number: string) => void;
}

function Rows({ file: { users }, columns, onOpen }: RowsProps) {
	const { language, words } = useLanguage();
	const shown = (value: string | number | undefined): string => (typeof value === 'number' ? count(value, language) : (value ?? ''));
	return (
		<div class="file-rows" tabIndex={0}>
			<table>
				<thead>
					<tr>
						<th>{words.fileNumber}</th>
						{columns.map((column) => (
							<th key={column}>{column}</th>
						))}
					</tr>
				</thead>
				<tbody>
					{users.map(({ number, fields }) => (
						<tr key={number} data-testid="file-row" data-number={number}>
							<td>
								<button type="button" class="link-button" onClick={() => onOpen(number)}>
									{phoneNumber(number)}
								</button>
							</td>
							{columns.map((column) => (
								<td key={column} class={typeof fields[column]}>
									{shown(fields[column])}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function File({ file, channelName, onOpen }: { file: CustomerFile; channelName: string; onOpen: (number: string) => void }) {
	const { language, words } = useLanguage();
	const { id, channel, name, schema, updatedAt, users } = file;
	const columns = Object.entries(schema);
	return (
		<li class="file" data-testid="customer-file" data-file={id} data-channel={channel}>
			<div class="record-line">
				<strong>{name}</strong>
				<span class="file-count" data-testid="file-count">
					{words.fileUsers(count(file.count, language))}
				</span>
			</div>
			<p class="record-small">
				{channelName} · {words.fileId(id)} · <time dateTime={updatedAt}>{words.fileUpdated(shortMoment(updatedAt, language))}</time>
			</p>
			<ul class="file-columns">
				{columns.map(([column, type]) => (
					<li key={column} data-testid="file-column">
						{column} <small>{words.columnTypes[type]}</small>
					</li>
				))}
			</ul>
			{users.length === 0 && <p class="record-small">{words.fileEmpty}</p>}
			{users.length > 0 && <Rows file={file} columns={columns.map(([column]) => column)} onOpen={onOpen} />}
			{users.length < file.count && <p class="record-small">{words.fileShown(count(users.length, language))}</p>}
		</li>
	);
}

/** The channels' customer files (고객파일), as the Partner Center would list them. */
export function CustomerFiles({ store }: { store: Store }) {
	const { words } = useLanguage();
	const { files } = store.developers;
	if (files.length === 0) return <p class="hint">{words.noFiles}</p>;
	const nameOf = (id: string): string => store.consults.channels.find(({ channel }) => channel === id)?.channelName ?? id;
	return (
		<ul class="records">
			{files.map((file) => (
				<File key={file.id} file={file} channelName={nameOf(file.channel)} onOpen={(number) => store.openPhone(number)} />
			))}
		</ul>
	);
}
