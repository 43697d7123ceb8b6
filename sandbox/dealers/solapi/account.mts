import { kstCompact } from '../../world/kst.mts';
import type { BrandTemplate, ButtonType, Channel, SandboxMessage, Template } from '../../world/types.mts';
import type { World } from '../../world/world.mts';
import type { Bms } from './brand/bms.mts';
import type { FileType } from './brand/fileTypes.mts';
import type { StatusCode } from './codes.mts';

export const ACCOUNT_ID = '26010112345678';

export type GroupStatus = 'PENDING' | 'SENDING' | 'SCHEDULED' | 'COMPLETE' | 'FAILED' | 'DELETED';

/** One message of a group, registered or refused. */
export interface Entry {
	messageId: string;
	/** Position among all entries of the account. */
	order: number;
	group: Group;
	to: string;
	from: string | null;
	country: string;
	/** `ATA`, `BMS_FREE` or, of a brand template, `BMS_<layout>`. */
	type: string;
	subject: string | null;
	text: string | null;
	customFields: Record<string, string> | null;
	pfId: string | null;
	templateId: string | null;
	disableSms: boolean;
	/** As it was sent, Brand Message only. */
	bms: Bms | null;
	/** `2000`, or why it was not registered (1xxx). */
	registered: StatusCode;
	/** The server's own words where the code alone says too little. */
	detail: string | null;
	/** null for entries that were not registered. */
	message: SandboxMessage | null;
	dateCreated: string;
}

/** Messages that are sent, scheduled and cancelled together. */
export interface Group {
	groupId: string;
	status: GroupStatus;
	allowDuplicates: boolean;
	customFields: Record<string, string>;
	sdkVersion: string | null;
	osPlatform: string | null;
	appId: string | null;
	entries: Entry[];
	/** Recipient numbers, for the rule against duplicates (1026). */
	recipients: Set<string>;
	sent: { success: number; failed: number; replacement: number };
	log: { createAt: string; message: string }[];
	/** ISO 8601 */
	dateCreated: string;
	dateUpdated: string;
	dateSent: string | null;
	dateCompleted: string | null;
	scheduledDate: string | null;
}

export interface OutgoingWebhook {
	webhookId: string;
	eventId: 'SINGLE-REPORT' | 'GROUP-REPORT';
	url: string;
	name: string;
	isTemporary: boolean;
	secret: string | null;
	dateCreated: string;
}

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const TEMPLATE_PREFIX = 'KA01TP';
/** S-CTL's examples and two public applications: `KA01BP260618044632885CzSAp3UbbYl`. */
const BRAND_PREFIX = 'KA01BP';

/** Button types that SOLAPI's documents and SDK know; a template with another one cannot be registered there. */
const BUTTON_TYPES: ReadonlySet<ButtonType> = new Set(['WL', 'AL', 'BK', 'MD', 'DS', 'BC', 'BT', 'AC']);

/** SOLAPI's own id of a template; its prefix is real, the rest is the code all dealers of the sandbox share. */
export const templateIdOf = (code: string): string => TEMPLATE_PREFIX + code;
export const brandTemplateIdOf = (code: string): string => BRAND_PREFIX + code;
export const isBrandTemplateId = (templateId: string): boolean => templateId.startsWith(BRAND_PREFIX);

const isKnown = ({ bubble }: Template) => bubble.buttons.every((button) => BUTTON_TYPES.has(button.type));

/** The demo customer's account at SOLAPI. */
export class SolapiAccount {
	readonly world: World;
	groups = new Map<string, Group>();
	/** In the order of creation. */
	entries: Entry[] = [];
	byMessageId = new Map<string, Entry>();
	webhooks = new Map<string, OutgoingWebhook>();
	/** What each uploaded file is for; the picture itself is in the world. */
	files = new Map<string, FileType>();

	constructor(world: World) {
		this.world = world;
	}

	reset(): void {
		this.groups = new Map();
		this.entries = [];
		this.byMessageId = new Map();
		this.webhooks = new Map();
		this.files = new Map();
	}

	/** `G4V20261201093015…`: service, API version, Korean time, letters. */
	newId(prefix: 'G4V' | 'M4V' | 'WH' | 'ST01FZ', length = 15): string {
		return prefix + kstCompact(Date.now()) + this.world.randomText(ID_LETTERS, length);
	}

	channel(pfId: string): Channel | undefined {
		return this.world.channels.find((channel) => channel.pfId === pfId);
	}

	template(channel: Channel, templateId: string): Template | undefined {
		if (!templateId.startsWith(TEMPLATE_PREFIX)) return undefined;
		const template = this.world.templates.find(channel, templateId.slice(TEMPLATE_PREFIX.length));
		return template && isKnown(template) ? template : undefined;
	}

	brandTemplate(channel: Channel, templateId: string): BrandTemplate | undefined {
		return isBrandTemplateId(templateId) ? this.world.brandTemplates.find(channel, templateId.slice(BRAND_PREFIX.length)) : undefined;
	}

	/** The channel's templates as far as SOLAPI can have them. */
	templates(channel: Channel): Template[] {
		return this.world.templates.of(channel).filter(isKnown);
	}

	newGroup(about: Pick<Group, 'allowDuplicates' | 'customFields' | 'sdkVersion' | 'osPlatform' | 'appId'>): Group {
		const now = new Date().toISOString();
		const group: Group = {
			...about, groupId: this.newId('G4V'), status: 'PENDING', entries: [], recipients: new Set(),
			sent: { success: 0, failed: 0, replacement: 0 }, log: [{ createAt: now, message: '메시지 그룹이 생성되었습니다.' }],
			dateCreated: now, dateUpdated: now, dateSent: null, dateCompleted: null, scheduledDate: null,
		};
		this.groups.set(group.groupId, group);
		return group;
	}

	add(entry: Entry): void {
		entry.group.entries.push(entry);
		this.entries.push(entry);
		this.byMessageId.set(entry.messageId, entry);
	}
}
