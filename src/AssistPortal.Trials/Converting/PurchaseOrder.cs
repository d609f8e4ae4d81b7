using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Trials.Converting;

/// <summary>What was ordered when a trial was converted.</summary>
public sealed class PurchaseOrder
{
    public const int ItemsLength = 60;

    private PurchaseOrder()
    {
    }

    internal PurchaseOrder(
        Guid trialId, Offer offer, IEnumerable<OfferItem> items, string adminEmail, Guid orderedBy, Instant now)
    {
        (Id, TrialId, Offer, OrderedBy, OrderedAt) =
            (Guid.CreateVersion7(), trialId, Guard.Named(offer), orderedBy, now);
        ItemCodes = Guard.AtMost(ItemsLength, string.Join(',', items.Select(item => Guard.Named(item)).Distinct()));
        AdminEmail = Guard.Filled(TrialLengths.Email, adminEmail);
    }

    public Guid Id { get; private set; }

    public Guid TrialId { get; private set; }

    public Offer Offer { get; private set; }

    /// <summary>Codes of the items with commas between; empty for A-WX, which has none.</summary>
    public string ItemCodes { get; private set; } = "";

    /// <summary>The customer's administrator who was named.</summary>
    public string AdminEmail { get; private set; } = "";

    public Guid OrderedBy { get; private set; }

    public Instant OrderedAt { get; private set; }

    /// <summary>The site that becomes paid, or the new one; null where there is none.</summary>
    public string? SiteHost { get; private set; }

    public SameUrl SameUrl { get; private set; }

    public WebExState WebEx { get; private set; }

    /// <summary>When the state of the WebEx part last changed.</summary>
    public Instant? WebExAt { get; private set; }

    public IReadOnlyList<OfferItem> Items =>
        [.. ItemCodes.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<OfferItem>)];

    /// <summary>Names the site that becomes paid with this order.</summary>
    internal void KeepSite(string host) => SiteHost = Guard.Filled(TrialLengths.Host, host);

    /// <summary>Orders a new WebEx site; where it is to have the trial's URL, it waits for that.</summary>
    internal void OrderSite(string host, SameUrl sameUrl, Instant now)
    {
        (SiteHost, SameUrl, WebExAt) = (Guard.Filled(TrialLengths.Host, host), Guard.Named(sameUrl), now);
        WebEx = sameUrl switch
        {
            SameUrl.RequestDeletion => WebExState.Pending,
            SameUrl.Wait => WebExState.Waiting,
            _ => WebExState.Ordered,
        };
    }

    /// <summary>The help desk has deleted the trial's site.</summary>
    /// <exception cref="InvalidOperationException">It does not wait for that.</exception>
    internal void NoteSiteDeleted(Instant now) => GoOn(WebExState.Pending, WebExState.Deleted, now);

    /// <summary>WebEx is ordered, now that the URL is free.</summary>
    /// <exception cref="InvalidOperationException">The URL is not free.</exception>
    internal void NoteSiteOrdered(Instant now) =>
        GoOn(WebEx == WebExState.Waiting ? WebExState.Waiting : WebExState.Deleted, WebExState.Ordered, now);

    private void GoOn(WebExState from, WebExState to, Instant now)
    {
        if (WebEx != from)
        {
            throw new InvalidOperationException($"The WebEx part of order {Id} is {WebEx}, not {from}.");
        }

        (WebEx, WebExAt) = (to, now);
    }
}

/// <summary>By what a trial is converted.</summary>
public enum Offer
{
    /// <summary>A-SPK: everything ordered converts in full.</summary>
    Spark,

    /// <summary>A-WX: the Spark part converts; WebEx begins anew.</summary>
    WebEx,
}

/// <summary>What can be ordered of A-SPK, by its code.</summary>
public enum OfferItem
{
    M1,
    M2,
    M3,
    C1,
    C2,
    C3,
    ROOM,
    TC200,
    EC1000,
}

/// <summary>What is done for the new site to have the trial's URL.</summary>
public enum SameUrl
{
    No,

    /// <summary>The help desk deletes the trial's site.</summary>
    RequestDeletion,

    /// <summary>The trial's site stays until thirty days after the trial's end.</summary>
    Wait,
}

/// <summary>How far the WebEx part of an order is.</summary>
public enum WebExState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Waits for the help desk to delete the trial's site.</summary>
    Pending,

    /// <summary>The site is deleted; WebEx can be ordered.</summary>
    Deleted,

    /// <summary>Waits for thirty days after the trial's end.</summary>
    Waiting,

    Ordered,
}
