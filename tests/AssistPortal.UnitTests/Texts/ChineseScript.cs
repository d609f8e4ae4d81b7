namespace AssistPortal.UnitTests.Texts;

/// <summary>Characters and words by which traditional and simplified Chinese are told apart.</summary>
internal static class ChineseScript
{
    /// <summary>Pairs, traditional first, of which neither is used in the other script.</summary>
    private const string Pairs =
        "訂订請请時时發发與与會会議议網网務务資资訊讯確确認认電电話话號号碼码聯联絡络變变選选擇择開开關关檢检語语設设備备內内長长間间費费總总計计標标"
        + "單单據据處处類类購购買买實实際际將将應应該该無无來来為为這这說说讓让還还點点線线頁页從从個个們们見见記记錯错誤误檔档圖图畫画區区國国員员"
        + "帳账戶户權权運运動动現现場场優优顯显題题響响順顺領领頻频體体後后麼么種种協协幾几連连結结參参執执報报業业義义書书條条樣样歷历歸归獲获產产異异"
        + "當当畢毕盡尽監监禮礼稱称穩稳約约級级紀纪終终組组經经維维緒绪編编練练縮缩繼继續续職职聲声臨临舉举舊旧補补規规視视覽览觀观訓训試试詢询詳详誰谁"
        + "課课調调講讲證证識识護护讀读負负財财責责貨货質质賴赖趕赶軟软較较載载輸输轉转辦办達达過过遠远適适遲迟郵邮釋释針针鈕钮錄录鍵键鎖锁鐘钟門门閉闭"
        + "隨随險险隱隐雙双雜杂離离難难預预願愿驗验齊齐額额顧顾勢势問问嗎吗嚴严團团壓压夠够學学寫写寬宽層层屬属師师幫帮廣广復复態态慮虑憑凭擁拥擱搁擴扩"
        + "損损換换擔担擊击數数斷断暫暂極极構构樂乐歡欢決决沒没況况測测滿满濾滤營营環环獨独稅税積积競竞筆笔簡简簽签納纳紙纸細细給给統统綁绑緊紧罰罚習习"
        + "聽听腦脑興兴藝艺術术衛卫裝装並并兩两傳传價价儲储億亿則则劃划創创劇剧勵励勝胜";

    /// <summary>
    /// Used in traditional Chinese only, although the simplified form is used in both, or has another partner.
    /// </summary>
    private const string OnlyTraditional = "準製裡諮週佈佔鬆";

    /// <summary>Words of the mainland that Taiwan says otherwise.</summary>
    public static readonly string[] MainlandWords =
    [
        "視頻", "音頻", "信息", "軟件", "硬件", "網絡", "登錄", "屏幕", "默認", "用戶", "鏈接", "打印", "服務器", "文件夾", "質量", "項目", "日曆",
        "賬戶", "退出登錄", "門戶", "計算機", "短信", "菜單",
    ];

    /// <summary>Words of Taiwan that the mainland says otherwise.</summary>
    public static readonly string[] TaiwanWords =
    [
        "视讯", "资讯", "软体", "硬体", "网路", "登入", "登出", "萤幕", "预设", "使用者", "连结", "列印", "伺服器", "资料夹", "品质", "专案", "行事历",
        "字元", "权限不足够", "入口网站", "清单", "影片", "档案", "电邮", "演练",
    ];

    public static readonly IReadOnlySet<char> Traditional =
        Pairs.Where((_, place) => place % 2 == 0).Concat(OnlyTraditional).ToHashSet();

    public static readonly IReadOnlySet<char> Simplified = Pairs.Where((_, place) => place % 2 == 1).ToHashSet();

    public static bool IsHan(char sign) => sign is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';

    /// <summary>Characters of the other script in a text of that language.</summary>
    public static IEnumerable<char> Foreign(string text, string language) =>
        text.Where((language == "zh-Hant" ? Simplified : Traditional).Contains);
}
