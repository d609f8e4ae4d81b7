namespace AssistPortal.Assist.Jobs;

/// <summary>As what orders are marked.</summary>
public enum OrderJobMark
{
    /// <summary>They need attention, for what a note says.</summary>
    ForAttention,

    /// <summary>What they needed attention for has been dealt with.</summary>
    Settled,
}
