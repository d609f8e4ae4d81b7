using System.Text.RegularExpressions;
using AssistPortal.UnitTests.Architecture;

namespace AssistPortal.UnitTests.Texts;

/// <summary>
/// One word for one thing in all modules (experience.md, 'Decided after the first use'): what a text must not say, with
/// what it says instead.
/// </summary>
public sealed class GlossaryTests
{
    private const string Email = "email";
    private const string Timeline = "timeline";

    /// <summary>Language, pattern, right word.</summary>
    public static TheoryData<string, string, string> Forbidden => new()
    {
        { "en", "(?i)e-mail", Email },
        { "en", "(?i)time line", Timeline },
        { "en", @"(?i)\bcoming\b", "upcoming" },
        { "en", "(?i)(last|latest|newest event) first", "newest first" },
        { "en", @"(?i)\bNo \w+ fits", "no … found" },
        { "en", "(?i)name the request number", "quote the request number" },
        { "en", @"(?<!\d|\})0%", "free" },
        { "en", "'", "’" },
        { "zh-Hant", "直播", "正式活動" },
        { "zh-Hant", "(MP4|WMV) 視訊", "影片" },
        { "zh-Hant", "(?<!排程)協調者|協調人員|協調員", "排程協調者" },
        { "zh-Hant", "排程表", "排班表" },
        { "zh-Hant", "會談", "場次" },
        { "zh-Hant", "入口系統|門戶", "入口網站" },
        { "zh-Hant", "合同|契約", "合約" },
        { "zh-Hant", "顧客", "客戶" },
        { "zh-Hant", "登記人數|註冊人數", "報名人數" },
        { "zh-Hant", "保留郵件|郵件已保留|(?<!暫)緩寄", "暫緩寄出" },
        { "zh-Hant", "行事曆(項|活動)", "行事曆邀請" },
        { "zh-Hant", "已預約|被預約(?!，)|保留的製作人|暫時保留", "預留" },
        { "zh-Hant", "下單|下訂|訂單已送出|已送出的訂單", "訂單已成立" },
        { "zh-Hant", "英語", "英文" },
        { "zh-Hant", "帳號", "帳戶" },
        { "zh-Hans", "直播", "正式活动" },
        { "zh-Hans", "(MP4|WMV) 影片", "视频" },
        { "zh-Hans", "协调者|协调人员|排程", "日程协调员, 日程" },
        { "zh-Hans", "会谈", "场次" },
        { "zh-Hans", "门户(?!网站)", "门户网站" },
        { "zh-Hans", "合同", "合约" },
        { "zh-Hans", "顾客", "客户" },
        { "zh-Hans", "登记人数|注册人数", "报名人数" },
        { "zh-Hans", "保留邮件|邮件已保留", "暂缓发送" },
        { "zh-Hans", "日历(项|活动)", "日历邀请" },
        { "zh-Hans", "已预约|被预约(?!，)|保留的制作人|暂时保留", "预留" },
        { "zh-Hans", "下单|下订单|订单已?成立", "订单已提交" },
        { "zh-Hans", "英语", "英文" },
        { "zh-Hans", "帐户|帐号|账号", "账户" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void One_thing_has_one_word(string language, string pattern, string right) => Assert.Empty(
        from entry in ResourceFile.Everything
        where entry.Language == language && Has(entry.Text, pattern)
        select $"{entry} (say {right})");

    [Theory]
    [InlineData("(?i)e-mail", Email)]
    [InlineData("(?i)time line", Timeline)]
    [InlineData(@"(?i)(?<!up)\bcoming (orders|sessions|meetings)", "upcoming")]
    [InlineData(@"[a-z]'[a-z]|s' ", "’")]
    public void Guides_use_the_words_of_the_pages(string pattern, string right) => Assert.Empty(
        from guide in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "guides"), "*.md")
        from line in File.ReadLines(guide)
        let prose = Regex.Replace(line, @"`[^`]*`|\]\([^)]*\)", "", RegexOptions.None, TimeSpan.FromMinutes(1))
        where Has(prose, pattern)
        select $"{Path.GetFileName(guide)}: {line} (say {right})");

    private static bool Has(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromMinutes(1));
}
