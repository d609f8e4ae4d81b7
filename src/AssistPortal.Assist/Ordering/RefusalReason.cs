namespace AssistPortal.Assist.Ordering;

public enum RefusalReason
{
    Incomplete,
    PackageNotOffered,
    OutsideBookingWindow,
    ExtraNotOffered,

    /// <summary>Rates or terms have changed since the host saw them.</summary>
    CostsMore,
}
