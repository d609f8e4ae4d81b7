using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Partners;
using NodaTime;

namespace AssistPortal.Trials.Messages.Samples;

/// <summary>A made-up trial and its people, in the script of a language.</summary>
internal static class SampleTrials
{
    /// <summary>A trial that has come so far that a notice of that kind goes out.</summary>
    public static Trial Of(string language, TrialNoticeKind kind, Instant now)
    {
        var age = Duration.FromDays(kind switch
        {
            TrialNoticeKind.EndsSoon => 23,
            TrialNoticeKind.Expired => 30,
            _ => 60,
        });
        var trial = Trial.Begin(
            new TrialStart(
                Guid.Empty,
                Guid.Empty,
                IsChinese(language) ? "港灣書店" : "Harbour Books",
                IsChinese(language) ? "TW" : "US",
                IsChinese(language) ? "Asia/Taipei" : "America/Chicago",
                language,
                LengthDays: 30,
                new Dictionary<CloudService, int>
                {
                    [CloudService.Message] = 50,
                    [CloudService.Meeting] = 50,
                    [CloudService.Call] = 20,
                }),
            now - age);
        return trial;
    }

    public static Partner Partner(string language) => new(
        IsChinese(language) ? "藍鰭網路" : "Bluefin Networks", "sales@partner.example", "+1 555 0100");

    public static TrialNoticeReader Reader(string language, TrialNoticeAudience audience) => new(
        audience, "alex.morgan@customer.example", IsChinese(language) ? "王小明" : "Alex Morgan", language);

    private static bool IsChinese(string language) => language.StartsWith("zh", StringComparison.Ordinal);
}
