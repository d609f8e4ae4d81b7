using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>What was pressed in a month strip, where no script answers. The names are a public contract.</summary>
public sealed class StripInput
{
    /// <summary>A day whose free starts are asked for, yyyy-MM-dd.</summary>
    public string? Day { get; set; }

    /// <summary>A free start, yyyy-MM-ddTHH:mm on the event's wall clock.</summary>
    public string? Pick { get; set; }

    /// <summary>First day of a month to turn to.</summary>
    public string? FreeTimesFrom { get; set; }

    /// <summary>Set where the strip is asked for what is typed now.</summary>
    public string? FreeTimes { get; set; }

    /// <summary>Whether the strip was used; the form is not meant to be sent then.</summary>
    public bool IsMade => (Day ?? Pick ?? FreeTimesFrom ?? FreeTimes) is not null;

    /// <summary>The month to show; null where it goes by the typed date.</summary>
    public LocalDate? From => Tolerant.Date(FreeTimesFrom);
}
