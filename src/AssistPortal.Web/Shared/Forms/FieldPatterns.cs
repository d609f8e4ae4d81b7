using NodaTime.Text;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>How browsers want the values of date and time fields, whatever language the page is in.</summary>
internal static class FieldPatterns
{
    public static LocalDatePattern Date => LocalDatePattern.Iso;

    public static LocalTimePattern Time { get; } = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>+01:00, as scripts read it.</summary>
    public static OffsetPattern Offset { get; } = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    public static LocalDateTimePattern DateAndTime { get; } =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");
}
