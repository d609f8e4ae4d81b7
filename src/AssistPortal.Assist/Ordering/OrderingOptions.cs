using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Assist.Ordering;

/// <summary>How much a host may leave unfinished: settings under <c>Ordering</c>.</summary>
internal sealed class OrderingOptions
{
    /// <summary>
    /// For how many drafts a host may hold producers at a time; the oldest hold is given up for a further one.
    /// </summary>
    [Range(1, 100)]
    public int MostHolds { get; set; } = 10;

    /// <summary>
    /// How many unfinished orders of a host are kept; the one left alone longest goes for a further one.
    /// </summary>
    [Range(1, 1000)]
    public int MostDrafts { get; set; } = 100;
}
