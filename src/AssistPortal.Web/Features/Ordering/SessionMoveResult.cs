using AssistPortal.Assist.Scheduling;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What became of taking over a session's time.</summary>
public abstract record SessionMoveResult
{
    public sealed record Moved : SessionMoveResult;

    /// <summary>It breaks a rule of ordering, such as the lead time or the grid of quarter-hours.</summary>
    public sealed record NotBookable : SessionMoveResult;

    public sealed record NobodyFree(HoldAnswer.Nobody Answer) : SessionMoveResult;
}
