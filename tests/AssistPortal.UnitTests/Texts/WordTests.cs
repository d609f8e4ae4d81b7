namespace AssistPortal.UnitTests.Texts;

/// <summary>The words of the specification's table (assist.md, section 2), which pages and mails use exactly.</summary>
public sealed class WordTests
{
    /// <summary>Key, English, zh-Hant, zh-Hans. Rows whose pages do not exist yet have no key.</summary>
    public static TheoryData<string?, string, string, string> Table => new()
    {
        { "Word.AssistServices", "Assist Services", "協助服務", "协助服务" },
        { "Word.Site", "site", "WebEx 網站", "WebEx 站点" },
        { "Word.ServicePackage", "service package", "服務包", "服务包" },
        { "Word.Producer", "producer", "製作人", "制作人" },
        { "Step.Availability", "Availability", "可用性", "可用性" },
        { "Step.MeetingLookup", "Meeting Lookup", "會議查詢", "会议查询" },
        { "Step.EventInformation", "Event Information", "活動資訊", "活动信息" },
        { "Step.Confirmation", "Confirmation", "確認", "确认" },
        { "Word.RequestNumber", "request number", "請求號碼（預約號碼）", "请求号码（预约号码）" },
        { "Word.ContactEmail", "contact email", "聯絡人電子郵件地址", "联系人电子邮件地址" },
        { "Word.HostId", "host ID", "主持人 ID", "主持人 ID" },
        { "Word.OtherComments", "other comments", "其它意見", "其他意见" },
        { "Word.MyResources", "My Resources", "我的資源", "我的资源" },
        { null, "order / support history", "訂單/支援歷史記錄", "订单/支持历史记录" },
        { null, "invoices", "發票", "发票" },
        { "Word.OrderNow", "Order now", "立即訂購", "立即订购" },
        { "Word.UpdateCancel", "Update/Cancel Assist Services", "更新/取消協助服務", "更新/取消协助服务" },
        { null, "Update date/time", "更新日期/時間", "更新日期/时间" },
        { "Word.CancelServices", "Cancel Assist Services", "取消協助服務", "取消协助服务" },
        { "Fee.Title", "standard fee", "標準費用", "标准费用" },
        { null, "contract rate", "合約費率", "合约费率" },
        { "Terms.Title", "cancellation fee", "取消費用", "取消费用" },
    };

    /// <summary>Words that keep their translation wherever a text says them.</summary>
    public static TheoryData<string, string, string> Throughout => new()
    {
        { "Assist Services", "協助服務", "协助服务" },
        { "service package", "服務包", "服务包" },
        { "producer", "製作人", "制作人" },
        { "request number", "請求號碼", "请求号码" },
        { "host ID", "主持人 ID", "主持人 ID" },
        { "contact email", "聯絡人電子郵件地址", "联系人电子邮件地址" },
        { "standard fee", "標準費用", "标准费用" },
        { "scheduling coordinators", "排程協調者", "日程协调员" },
        { "rehearsal", "演練", "彩排" },
        { "consultation", "諮詢", "咨询" },
        { "planning call", "規劃通話", "策划通话" },
        { "recording", "錄製", "录制" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_word_of_the_table_stands_under_its_key(
        string? key, string english, string traditional, string simplified)
    {
        if (key is null)
        {
            return;
        }

        var words = ResourceFile.All.Single(file => file.Name == "AssistTexts");
        Assert.Equal(english, words.Find(key, "en"), ignoreCase: true);
        Assert.Equal((traditional, simplified), (words.Find(key, "zh-Hant"), words.Find(key, "zh-Hans")));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_text_that_is_a_word_of_the_table_is_translated_so(
        string? key, string english, string traditional, string simplified) =>
        Assert.Empty(
            from file in ResourceFile.All
            from entry in file.In("en")
            where entry.Text.Equals(english, StringComparison.OrdinalIgnoreCase)
            where file.Find(entry.Key, "zh-Hant") != traditional || file.Find(entry.Key, "zh-Hans") != simplified
            select $"{entry} (as {key ?? english})");

    [Theory]
    [MemberData(nameof(Throughout))]
    public void A_word_keeps_its_translation_in_every_sentence(string english, string traditional, string simplified) =>
        Assert.Empty(
            from file in ResourceFile.All
            from entry in file.In("en")
            where entry.Text.Contains(english, StringComparison.OrdinalIgnoreCase)
            where !Says(file, entry.Key, "zh-Hant", traditional) || !Says(file, entry.Key, "zh-Hans", simplified)
            select entry);

    [Fact]
    public void No_key_of_the_table_is_a_word_of_its_own()
    {
        var words = ResourceFile.All.Single(file => file.Name == "AssistTexts");
        var steps = Enum.GetNames<AssistPortal.Assist.Ordering.OrderStep>().Select(step => $"Step.{step}");

        Assert.Equal(
            steps.Order(StringComparer.Ordinal),
            words.Keys.Where(key => key.StartsWith("Step.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static bool Says(ResourceFile file, string key, string language, string word) =>
        file.Find(key, language)?.Contains(word, StringComparison.Ordinal) == true;
}
