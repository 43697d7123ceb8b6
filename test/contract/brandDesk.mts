import type { BrandService } from '../../kakao/dealers/contract';
import { converse } from '../../kakao/delivery/converse';
import type { BrandContent, BrandTemplate } from '../../kakao/message/brand/content';
import type { BrandMessage } from '../../kakao/message/brand/message';
import { picturesIn, replacePictures, type PictureSlot } from '../../kakao/message/brand/pictures';
import type { DealerUnderTest } from './dealerUnderTest.mts';
import { deskOf, orMissing, type Desk, type NewWire } from './desk.mts';
import { composeAdvertising, judgeAdvertising, type BrandAsk } from './messages.mts';
import { friend } from './people.mts';
import { png, SIZES, toUpload } from './pictures.mts';

/** Brand Messages at the dealer under test. */
export interface BrandDesk extends Desk<BrandMessage> {
	service: BrandService;
	template(name: string): Promise<BrandTemplate>;
	messages(template: string, asks: readonly BrandAsk[]): Promise<BrandMessage[]>;
	/** @param senderProfile the main channel unless said otherwise */
	freeForm(content: BrandContent, asks: readonly BrandAsk[], senderProfile?: string): BrandMessage[];
	/** Whether the node would send it. */
	passes(content: BrandContent): boolean;
	/** Uploads a picture, one of its own unless said otherwise. */
	upload(slot: PictureSlot, bytes?: Uint8Array): Promise<string>;
	/** The content with a picture uploaded for each place. */
	illustrated(content: BrandContent): Promise<BrandContent>;
}

export function brandDesk(under: DealerUnderTest, service: BrandService, wire: NewWire): BrandDesk {
	const { dealer, senderProfile, code } = under;
	const compose = (from: { template: BrandTemplate | null; content: BrandContent }, asks: readonly BrandAsk[]) =>
		composeAdvertising(dealer, service, { senderProfile, ...from }, asks);
	const desk: BrandDesk = {
		...deskOf(dealer.capabilities.parallelRequests, service, wire),
		service,
		template: async (name) => {
			const found = await converse(service.template(senderProfile, code(name, 'Brand')), wire());
			return orMissing(found, name);
		},
		messages: async (name, asks) => {
			const template = await desk.template(name);
			return compose({ template, content: template.content }, asks);
		},
		freeForm: (content, asks, channel = senderProfile) =>
			compose({ template: null, content, ...{ senderProfile: channel } }, asks),
		passes: (content) =>
			judgeAdvertising(dealer, service, { senderProfile, template: null, content, to: friend(1) }).problems.length ===
			0,
		upload: async (slot, bytes = png(SIZES[slot], shade++ % 256)) =>
			await converse(service.upload(toUpload(slot, bytes)), wire()),
		illustrated: async (content) => {
			const references: string[] = [];
			for (const { slot } of picturesIn(content)) references.push(await desk.upload(slot));
			return replacePictures(content, () => references.shift()!);
		},
	};
	let shade = 0;
	return desk;
}
