import type { RoleId, ThirdPartyRole } from './third-party-role.ts'

/** Paper 002 was read whole. The other works are cited from what is generally known of them; of the sources of examples, excerpts were seen. */
const notOpened = '(not opened for this table)'
const paper = 'Hoang Oanh (2021), ISEAS Perspective 2021/6'
const charter = `UN Charter, art. 33(1) ${notOpened}`
const handbook = `United Nations (1992), Handbook on the Peaceful Settlement of Disputes between States ${notOpened}`
const touvalZartman = `Touval and Zartman (1985), International Mediation in Theory and Practice ${notOpened}`
const zartmanTouval = `Zartman and Touval (1996), International Mediation in the Post-Cold War Era ${notOpened}`
const bercovitch = `Bercovitch (1997), Mediation in International Conflict ${notOpened}`

/**
 * The ladder of third-party roles. The order of demands follows the sources: conciliation and arbitration ask more than mediation (paper 002),
 * formulation more than communication, manipulation also leverage (Touval and Zartman 1985). The levels themselves are coded by this workbench: no
 * source gives numbers, and an analysis says what follows when all of them are one level higher or lower.
 */
export const thirdPartyRoles: Readonly<Record<RoleId, ThirdPartyRole>> = {
  'capacity-building': {
    id: 'capacity-building',
    title: { en: 'Sharing of experience', vi: 'Chia sẻ kinh nghiệm' },
    definition: {
      en: 'Helps a party to help itself: shows how others came through, trains officials, gives aid. It does not touch the dispute itself.',
      vi: 'Giúp một bên tự giúp mình: cho thấy nước khác đã vượt qua thế nào, đào tạo cán bộ, viện trợ. Không đụng đến bản thân tranh chấp.',
    },
    intrusiveness: 1,
    outcome: 'none',
    demands: {
      during: { networks: 1, funds: 1, mandate: 1 },
      before: {},
      after: { funds: 2 },
      trust: 1,
      trustOf: 'one',
      difference: null,
      ripeness: 0,
      stake: 0,
      materialStake: null,
      betweenSides: false,
    },
    why: {
      en: 'One party that is willing to learn is enough.',
      vi: 'Chỉ cần một bên sẵn lòng học hỏi.',
    },
    examples: [
      {
        en: 'While the leaders of the United States and the DPRK met in Hanoi in February 2019, a delegation of the DPRK visited factories and industrial parks.',
        vi: 'Khi lãnh đạo Hoa Kỳ và CHDCND Triều Tiên gặp nhau tại Hà Nội tháng 2/2019, một đoàn CHDCND Triều Tiên đã thăm nhà máy và khu công nghiệp.',
        source: `${paper}, n. 43`,
      },
    ],
    sources: [paper],
  },
  'good-offices': {
    id: 'good-offices',
    title: { en: 'Good offices', vi: 'Môi giới' },
    definition: {
      en: 'Brings the parties to talk with one another: invites, offers a place, looks after safety and protocol. It takes no part in the talks.',
      vi: 'Đưa các bên đến chỗ nói chuyện trực tiếp: mời, cung cấp địa điểm, lo an ninh và lễ tân. Không tham gia đàm phán.',
    },
    intrusiveness: 1,
    outcome: 'none',
    demands: {
      during: { hosting: 2, envoys: 1, funds: 1, mandate: 1 },
      before: { hosting: 1 },
      after: { hosting: 1 },
      trust: 1,
      trustOf: 'all',
      difference: 2,
      ripeness: 0,
      stake: 0,
      materialStake: null,
      betweenSides: true,
    },
    why: {
      en: 'Both sides must feel safe in its house; what they say there is theirs.',
      vi: 'Cả hai bên phải thấy an toàn ở nơi của mình; nội dung trao đổi là việc của họ.',
    },
    examples: [
      {
        en: 'Vietnam hosted the second meeting of the leaders of the United States and the DPRK in Hanoi in February 2019.',
        vi: 'Việt Nam đăng cai cuộc gặp thứ hai giữa lãnh đạo Hoa Kỳ và CHDCND Triều Tiên tại Hà Nội tháng 2/2019.',
        source: `${paper}, nn. 28–29`,
      },
    ],
    sources: [handbook, paper],
  },
  facilitation: {
    id: 'facilitation',
    title: { en: 'Facilitation', vi: 'Hỗ trợ đối thoại' },
    definition: {
      en: 'Sits with the parties and keeps the talk going: agenda, order of speaking, records, confidence between delegations. It makes no proposal on substance.',
      vi: 'Ngồi cùng các bên và giữ nhịp đối thoại: chương trình, thứ tự phát biểu, biên bản, lòng tin giữa các đoàn. Không đề xuất về nội dung.',
    },
    intrusiveness: 2,
    outcome: 'none',
    demands: {
      during: { hosting: 2, envoys: 2, process: 1, networks: 1, funds: 1, mandate: 2 },
      before: { hosting: 1, networks: 2 },
      after: { networks: 2 },
      trust: 2,
      trustOf: 'all',
      difference: 2,
      ripeness: 0,
      stake: 1,
      materialStake: null,
      betweenSides: true,
    },
    why: {
      en: 'It hears what each side says, and must be trusted with it; before a dispute is ripe it keeps the door open.',
      vi: 'Được nghe điều mỗi bên nói nên phải được tin cậy; khi tranh chấp chưa chín muồi, vai trò này giữ cửa mở.',
    },
    examples: [
      {
        en: 'Norway between Israel and the PLO in 1993, as one of the negotiators tells it.',
        vi: 'Na Uy giữa Israel và PLO năm 1993, theo lời kể của một nhà đàm phán.',
        source: 'Pundak (2011), bitterlemons-international 9(20)',
      },
    ],
    sources: [bercovitch, paper],
  },
  'shuttle-diplomacy': {
    id: 'shuttle-diplomacy',
    title: { en: 'Shuttle diplomacy', vi: 'Ngoại giao con thoi' },
    definition: {
      en: 'Travels between parties that do not meet, and carries what each is ready to say.',
      vi: 'Đi lại giữa các bên không gặp nhau, chuyển điều mà mỗi bên sẵn sàng nói.',
    },
    intrusiveness: 2,
    outcome: 'none',
    demands: {
      during: { envoys: 2, unit: 1, process: 1, funds: 2, mandate: 2 },
      before: { funds: 1 },
      after: { funds: 1 },
      trust: 2,
      trustOf: 'all',
      difference: 2,
      ripeness: 1,
      stake: 1,
      materialStake: null,
      betweenSides: true,
    },
    why: {
      en: 'Messages must be believed when they arrive, and journeys go on for long: envoys, money and an office behind them.',
      vi: 'Thông điệp phải được tin khi đến nơi, và việc đi lại kéo dài: cần phái viên, kinh phí và bộ máy phía sau.',
    },
    examples: [
      {
        en: 'The Secretary of State of the United States flew between Israel and Egypt in January 1974, and between Israel and Syria in May, until the armies were disengaged.',
        vi: 'Ngoại trưởng Hoa Kỳ bay đi bay lại giữa Israel và Ai Cập tháng 1/1974, giữa Israel và Syria tháng 5, cho đến khi các đội quân được tách ra.',
        source:
          'Office of the Historian (US Department of State), Shuttle Diplomacy and the Arab-Israeli Dispute, 1974–1975',
      },
    ],
    sources: [bercovitch, paper],
  },
  communication: {
    id: 'communication',
    title: { en: 'Mediation by communication', vi: 'Trung gian bằng truyền đạt thông tin' },
    definition: {
      en: 'First of three strategies of mediation: supplies information, explains each side to the other, clears up misreadings. It gives no solution.',
      vi: 'Chiến lược thứ nhất trong ba chiến lược trung gian: cung cấp thông tin, giải thích bên này cho bên kia, gỡ hiểu lầm. Không đưa ra giải pháp.',
    },
    intrusiveness: 2,
    outcome: 'none',
    demands: {
      during: { envoys: 2, process: 2, unit: 1, subject: 1, funds: 1, mandate: 2 },
      before: { process: 1 },
      after: { process: 1 },
      trust: 2,
      trustOf: 'all',
      difference: 2,
      ripeness: 1,
      stake: 1,
      materialStake: null,
      betweenSides: true,
    },
    why: {
      en: 'It explains, and so must understand what is disputed and be believed by both.',
      vi: 'Phải giải thích nên cần hiểu nội dung tranh chấp và được cả hai bên tin.',
    },
    examples: [
      {
        en: 'Algeria between Iran and the United States in 1980 and 1981, when diplomats were held in Tehran.',
        vi: 'Algeria giữa Iran và Hoa Kỳ năm 1980–1981, khi các nhà ngoại giao bị giữ ở Tehran.',
        source: 'APS (news agency), 19 January 2017',
      },
    ],
    sources: [touvalZartman, zartmanTouval, paper],
  },
  formulation: {
    id: 'formulation',
    title: { en: 'Mediation by formulation', vi: 'Trung gian bằng xây dựng công thức' },
    definition: {
      en: 'Second strategy: finds words and packages on which the parties can agree, and proposes them. It offers nothing of its own for their assent.',
      vi: 'Chiến lược thứ hai: tìm câu chữ và gói giải pháp mà các bên có thể chấp nhận, rồi đề xuất. Không đưa lợi ích của mình ra để đổi lấy sự đồng ý.',
    },
    intrusiveness: 3,
    outcome: 'proposal',
    demands: {
      during: { envoys: 3, process: 3, unit: 2, subject: 3, networks: 2, funds: 2, mandate: 2 },
      before: { envoys: 2 },
      after: { verification: 1 },
      trust: 2,
      trustOf: 'all',
      difference: 2,
      ripeness: 2,
      stake: 2,
      materialStake: null,
      betweenSides: true,
    },
    why: {
      en: 'Proposals need drafters who know the subject, and parties who look for a way out.',
      vi: 'Đề xuất cần người soạn am hiểu nội dung và các bên đang tìm lối ra.',
    },
    examples: [
      {
        en: 'The Secretary-General of the United Nations put a whole plan for Cyprus to the parties from 2002 to 2004 and filled what they left open; it went to two referendums, and one refused it.',
        vi: 'Tổng Thư ký Liên hợp quốc đưa ra cho các bên một phương án toàn diện về Síp từ 2002 đến 2004 và điền vào những chỗ còn bỏ ngỏ; phương án được đưa ra hai cuộc trưng cầu ý dân, một bên từ chối.',
        source:
          'House of Commons Foreign Affairs Committee (2005), Second Report, on the Annan Plan; The Irish Times (2004), on the revised plan',
      },
    ],
    sources: [touvalZartman, zartmanTouval, paper],
  },
  manipulation: {
    id: 'manipulation',
    title: { en: 'Mediation by manipulation', vi: 'Trung gian bằng tác động lợi ích' },
    definition: {
      en: 'Third strategy: changes what agreement and refusal are worth, with rewards, guarantees and pressure, and so becomes a party to the bargain.',
      vi: 'Chiến lược thứ ba: làm thay đổi cái giá của đồng ý và từ chối, bằng khuyến khích, bảo đảm và sức ép, do đó trở thành một bên của cuộc mặc cả.',
    },
    intrusiveness: 4,
    outcome: 'proposal',
    demands: {
      during: { envoys: 3, process: 3, unit: 3, subject: 3, networks: 2, leverage: 3, funds: 4, mandate: 4 },
      before: {},
      after: { verification: 3 },
      trust: 1,
      trustOf: 'all',
      difference: null,
      ripeness: 0,
      stake: 3,
      materialStake: null,
      betweenSides: true,
    },
    why: {
      en: 'Leverage takes the place of trust: a third party that is partial may serve, because it can move the side it is close to, and it may make a stalemate hurt.',
      vi: 'Đòn bẩy thay cho lòng tin: bên thứ ba thiên vị vẫn có thể hữu ích vì tác động được đến bên gần gũi với mình, và có thể làm cho bế tắc trở nên đau đớn.',
    },
    examples: [
      {
        en: 'The United States between Egypt and Israel at Camp David in 1978: drafts of its own, and the threat to withdraw aid and friendship.',
        vi: 'Hoa Kỳ giữa Ai Cập và Israel tại Trại David năm 1978: tự soạn dự thảo và dọa rút viện trợ, tình bạn.',
        source: 'History.com, on the Camp David accords',
      },
    ],
    sources: [touvalZartman, zartmanTouval, paper],
  },
  inquiry: {
    id: 'inquiry',
    title: { en: 'Inquiry', vi: 'Điều tra' },
    definition: {
      en: 'Establishes what happened, by a commission or a mission, and reports it. The parties draw the consequences.',
      vi: 'Xác minh sự việc bằng ủy ban hoặc phái đoàn và báo cáo. Các bên tự rút ra hệ quả.',
    },
    intrusiveness: 3,
    outcome: 'report',
    demands: {
      during: { law: 2, subject: 3, unit: 2, verification: 2, funds: 2, mandate: 2 },
      before: { verification: 1 },
      after: {},
      trust: 3,
      trustOf: 'all',
      difference: 1,
      ripeness: 0,
      stake: 0,
      materialStake: 2,
      betweenSides: false,
    },
    why: {
      en: 'A finding of fact is worth what its finder’s even-handedness is worth.',
      vi: 'Kết luận về sự việc chỉ có giá trị khi bên điều tra vô tư.',
    },
    examples: [
      {
        en: 'Great Britain and Russia, at the suggestion of France, had admirals of five navies find out in 1904 and 1905 why the Russian fleet had fired on fishing boats in the North Sea.',
        vi: 'Anh và Nga, theo gợi ý của Pháp, để các đô đốc của năm hải quân làm rõ năm 1904–1905 vì sao hạm đội Nga bắn vào tàu cá ở Biển Bắc.',
        source: 'Permanent Court of Arbitration, The Dogger Bank Case',
      },
    ],
    sources: [charter, handbook, paper],
  },
  conciliation: {
    id: 'conciliation',
    title: { en: 'Conciliation', vi: 'Hòa giải qua ủy ban' },
    definition: {
      en: 'A commission hears the parties, examines the whole dispute, in fact and in law, and recommends terms. They may refuse them.',
      vi: 'Một ủy ban nghe các bên, xem xét toàn bộ tranh chấp cả về sự việc và pháp lý, rồi khuyến nghị điều khoản. Các bên có thể từ chối.',
    },
    intrusiveness: 4,
    outcome: 'proposal',
    demands: {
      during: { law: 3, process: 3, envoys: 3, unit: 3, subject: 3, funds: 2, mandate: 3 },
      before: {},
      after: {},
      trust: 3,
      trustOf: 'all',
      difference: 1,
      ripeness: 2,
      stake: 0,
      materialStake: 2,
      betweenSides: true,
    },
    why: {
      en: 'It judges the whole dispute and so asks for standing, jurists and a lasting institution.',
      vi: 'Xem xét toàn bộ tranh chấp nên cần uy tín, luật gia và thể chế bền vững.',
    },
    examples: [
      {
        en: 'A commission under Annex V to the law of the sea convention heard Timor-Leste and Australia on their maritime boundary from 2016 to 2018; they signed a treaty in March 2018.',
        vi: 'Một ủy ban theo Phụ lục V của Công ước Luật Biển nghe Timor-Leste và Australia về ranh giới trên biển từ 2016 đến 2018; hai bên ký hiệp ước tháng 3/2018.',
        source: 'Bankes (2018), on the report of the conciliation commission, PCA case 2016-10',
      },
    ],
    sources: [charter, handbook, paper],
  },
  arbitration: {
    id: 'arbitration',
    title: { en: 'Arbitration', vi: 'Trọng tài' },
    definition: {
      en: 'Judges of the parties’ choice decide on the basis of law, and their award binds, because the parties agreed to it beforehand.',
      vi: 'Trọng tài viên do các bên chọn quyết định trên cơ sở luật pháp; phán quyết ràng buộc vì các bên đã chấp thuận trước.',
    },
    intrusiveness: 5,
    outcome: 'award',
    demands: {
      during: { law: 4, subject: 3, unit: 3, funds: 3, mandate: 3 },
      before: {},
      after: {},
      trust: 3,
      trustOf: 'all',
      difference: 1,
      ripeness: 2,
      stake: 0,
      materialStake: 2,
      betweenSides: true,
    },
    why: {
      en: 'The award binds, so that nothing less than proven impartiality and law will do.',
      vi: 'Phán quyết có tính ràng buộc nên đòi hỏi sự vô tư đã được kiểm chứng và pháp lý vững.',
    },
    examples: [
      {
        en: 'India and Pakistan agreed in 1965 to have three arbitrators decide on the boundary in the Rann of Kutch; the award was given in February 1968.',
        vi: 'Ấn Độ và Pakistan năm 1965 thỏa thuận để ba trọng tài quyết định đường biên giới ở Rann of Kutch; phán quyết được đưa ra tháng 2/1968.',
        source: 'Reports of International Arbitral Awards XVII, pp. 1–576',
      },
    ],
    sources: [charter, handbook, paper],
  },
}
