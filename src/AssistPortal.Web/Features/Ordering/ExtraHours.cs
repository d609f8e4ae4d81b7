using System.Globalization;
using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>Hours of an extra as they stand in the form: 0, 1.5, 2 and so on, in half-hour steps.</summary>
public static class ExtraHours
{
    public const int MostMinutes = 12 * 60;

    /// <summary>Null where it can't be read; nothing typed is 0.</summary>
    public static int? Minutes(string? typed)
    {
        var text = Tolerant.Code(typed);
        if (text.Length == 0)
        {
            return 0;
        }

        var isNumber = decimal.TryParse(
            text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours);
        return isNumber && hours <= MostMinutes / 60 && hours * 2 % 1 == 0 ? (int)(hours * 60) : null;
    }

    public static string Text(int minutes) => (minutes / 60m).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>What may be chosen: from the least time charged to the most.</summary>
    public static IEnumerable<int> Choices(int minimumMinutes)
    {
        for (var minutes = minimumMinutes; minutes <= Math.Max(8 * 60, minimumMinutes); minutes +=
            StandardFee.StepMinutes)
        {
            yield return minutes;
        }
    }
}
