import { jpeg, png } from '../pictures.mts';

/** Small files of each kind, all different. */
export const RECEIPT = { name: '영수증.png', bytes: png([8, 8], 10) };
export const PARCEL = { name: 'parcel.jpg', bytes: jpeg([16, 16], 'parcel') };
export const VOICE = { name: '음성 메모.m4a', bytes: Buffer.from('not really sound') };
export const FILM = { name: 'unboxing.mp4', bytes: Buffer.from('not really a film') };
export const ORDER = { name: '주문 내역 (최종).pdf', bytes: Buffer.from('%PDF-1.7 주문 내역') };

export async function bytesAt(url: string): Promise<Buffer> {
	const answer = await fetch(url);
	if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
	return Buffer.from(await answer.arrayBuffer());
}
