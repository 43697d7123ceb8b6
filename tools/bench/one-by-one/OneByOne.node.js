/**
 * What most community nodes do: take an item, send its request, wait for the answer, take the next.
 * The HTTP Request node cannot do that (it starts all requests of a batch at once), so this stands in for it.
 */
class OneByOne {
	constructor() {
		const text = (name) => ({ displayName: name, name, type: 'string', default: '' });
		this.description = {
			displayName: 'One by One',
			name: 'oneByOne',
			group: ['output'],
			version: 1,
			description: 'Sends one request per item, one after the other',
			defaults: { name: 'One by One' },
			inputs: ['main'],
			outputs: ['main'],
			properties: [text('url'), text('secretKey'), text('body')],
		};
	}

	async execute() {
		const answers = [];
		for (let i = 0; i < this.getInputData().length; i++) {
			const answer = await this.helpers.httpRequest({
				method: 'POST',
				url: this.getNodeParameter('url', i),
				headers: { 'X-Secret-Key': this.getNodeParameter('secretKey', i) },
				body: JSON.parse(this.getNodeParameter('body', i)),
				json: true,
			});
			answers.push({ json: answer, pairedItem: { item: i } });
		}
		return [answers];
	}
}

module.exports = { OneByOne };
