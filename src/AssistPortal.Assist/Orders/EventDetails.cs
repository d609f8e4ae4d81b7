namespace AssistPortal.Assist.Orders;

/// <summary>What the producer has to know about the event.</summary>
public sealed record EventDetails
{
    public const int TopicLength = 128;
    public const int MeetingNumberLength = 11;
    public const int MeetingUrlLength = 500;
    public const int MaximumAttendees = 10_000;
    public const int PresentersLength = 500;
    public const int AgendaLength = 1_300;
    public const int OtherCommentsLength = 2_000;

    public required string Topic { get; init; }

    /// <summary>9 to 11 digits, or empty.</summary>
    public string MeetingNumber { get; init; } = "";

    /// <summary>An https address on the site's host, or empty.</summary>
    public string MeetingUrl { get; init; } = "";

    public required int ExpectedAttendees { get; init; }

    public string Presenters { get; init; } = "";

    public string Agenda { get; init; } = "";

    public RecordingFormat RecordingFormat { get; init; }

    /// <summary>Language of the assistance; anything but English is to be confirmed.</summary>
    public string Language { get; init; } = AssistLanguages.English;

    public string OtherComments { get; init; } = "";
}

public enum RecordingFormat
{
    None,
    Mp4,
    Arf,
    Wmv,
    AudioMp3,
}

/// <summary>Languages in which assistance can be asked for, as culture names.</summary>
public static class AssistLanguages
{
    public const string English = "en";

    public static readonly IReadOnlyList<string> All =
        [English, "zh-Hant", "zh-Hans", "yue", "ja", "ko", "de", "fr", "es", "pt", "it", "nl"];
}
