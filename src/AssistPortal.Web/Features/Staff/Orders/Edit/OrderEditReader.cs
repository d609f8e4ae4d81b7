using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data.Revisions;
using AssistPortal.Web.Features.Ordering;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Edit;

/// <summary>
/// Reads an edited order by the rules of the steps in which it was ordered, or says what is wrong with it. What stands
/// there as it did before is not judged anew: the days that were wished for may be over by now.
/// </summary>
public sealed class OrderEditReader(
    Cached<Catalogue> catalogue,
    IValidator<AvailabilityInput> basics,
    EventInformationValidator details,
    IValidator<OrderEditInput> validator,
    IStringLocalizer<OrderingTexts> ordering)
{
    private static readonly string[] Contact =
    [
        nameof(AvailabilityInput.FirstName), nameof(AvailabilityInput.LastName), nameof(AvailabilityInput.Phone),
        nameof(AvailabilityInput.Email), nameof(AvailabilityInput.Company),
    ];

    /// <summary>The packages that it may have: its own, and those that its site offers in its currency.</summary>
    public async Task<IReadOnlyList<ServicePackage>> PackagesAsync(
        OrderWithRelations whole, CancellationToken cancellationToken) =>
        [.. (await catalogue.GetAsync(cancellationToken)).Site(whole.Order.SiteId).Packages
            .Where(package => package.IsPricedIn(whole.Order.Currency) && package.Id != whole.Package.Id)
            .Append(whole.Package)
            .OrderBy(package => package.DisplayOrder)
            .ThenBy(package => package.Id)];

    /// <summary>The package that is chosen; the order's own where that is none.</summary>
    public async Task<ServicePackage> PackageAsync(
        OrderWithRelations whole, OrderEditForm form, CancellationToken cancellationToken) =>
        (await PackagesAsync(whole, cancellationToken))
            .FirstOrDefault(package => package.Code == Tolerant.Code(form.Basics.PackageCode)) ?? whole.Package;

    /// <summary>Null where the model state tells why.</summary>
    /// <param name="whole">The order.</param>
    /// <param name="form">Its fields as typed.</param>
    /// <param name="input">What goes with them.</param>
    /// <param name="isWhole">Whether all can be changed.</param>
    /// <param name="modelState">Takes the errors.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<OrderEdit?> ReadAsync(
        OrderWithRelations whole,
        OrderEditForm form,
        OrderEditInput input,
        bool isWhole,
        ModelStateDictionary modelState,
        CancellationToken cancellationToken)
    {
        var package = await PackageAsync(whole, form, cancellationToken);
        modelState.Add(await basics.ValidateAsync(
            form.Basics,
            options => options.IncludeProperties(isWhole
                ? [.. Contact, nameof(AvailabilityInput.PackageCode), nameof(AvailabilityInput.DurationMinutes)]
                : Contact),
            cancellationToken));
        if (isWhole)
        {
            JudgeEvent(whole, form, package, modelState);
        }

        Forgive(whole, form, modelState);
        modelState.Add(await validator.ValidateAsync(input, cancellationToken));
        return modelState.IsValid ? form.ToEdit(whole.Order, package, isWhole) : null;
    }

    private void JudgeEvent(
        OrderWithRelations whole, OrderEditForm form, ServicePackage package, ModelStateDictionary modelState)
    {
        var (order, typed) = (whole.Order, Tolerant.Code(form.Basics.PackageCode));
        if (typed.Length > 0 && package.Code != typed)
        {
            modelState.AddModelError(
                nameof(AvailabilityInput.PackageCode), ordering["PackageCode.NotOffered", whole.Site.Name]);
        }

        var placed = order.PlacedAt.InZone(order.Time.LocalStart.Zone).LocalDateTime;
        modelState.Add(details.Validate(form.Details, whole.Site, package, order.Time, placed));
    }

    private static void Forgive(OrderWithRelations whole, OrderEditForm form, ModelStateDictionary modelState)
    {
        var saved = OrderEditForm.Of(whole.Order, whole.Package);
        foreach (var field in modelState.Keys.Where(field => form.IsSameIn(saved, field)).ToList())
        {
            modelState.Remove(field);
        }
    }
}
