using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Facts;

/// <summary>A placed order as its host or contact sees it, or staff.</summary>
/// <param name="Whole">The order.</param>
/// <param name="CoordinatorEmail">Where coordinators are written to.</param>
/// <param name="Phase">How far the order is.</param>
public sealed record OrderPage(OrderWithRelations Whole, string CoordinatorEmail, OrderPhase Phase)
{
    /// <summary>From when on the terms of cancelling are told: what is over is no longer of interest.</summary>
    public required Instant TermsFrom { get; init; }

    /// <summary>Whether it is looked at by somebody whose order it is not.</summary>
    public bool IsForStaff { get; init; }

    public Order Order => Whole.Order;

    public Site Site => Whole.Site;

    public ServicePackage Package => Whole.Package;

    public Producer Producer => Whole.Producer;

    public string PackageName => Whole.PackageName;
}
