import type { IDataObject } from 'n8n-workflow';
import { afterEach } from 'vitest';

import { people, type BrandStage, type RunBrand } from './brandKakao.mts';
import { outcomesOf } from './helpers.mts';

export const caps = (...cap: { most: number; period: string }[]): IDataObject => ({
	leaveOut: { frequencyCaps: { cap } },
});

export const [ANNE, BEN, CARL] = people(3) as unknown as [IDataObject, IDataObject, IDataObject];

/** A campaign with a cap of one a day, run after run; n8n's storage is empty again after each test. */
export function cappedCampaign(kakao: BrandStage) {
	let execution = 0;
	/** One execution of the campaign's workflow. */
	const campaign = async (rows: IDataObject[], options: RunBrand = {}) =>
		await kakao.brand(rows, {
			executionId: String(++execution),
			...options,
			parameters: { ...caps({ most: 1, period: 'day' }), ...options.parameters },
		});
	const said = async (rows: IDataObject[], options?: RunBrand) => outcomesOf(await campaign(rows, options));
	afterEach(() => kakao.host.processed.clear());
	return { campaign, said };
}
