using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>Which invoices somebody may see, and wants to.</summary>
/// <param name="Input">What the address says.</param>
/// <param name="HostUserId">The host whose invoices they are; null for staff, who see all.</param>
public sealed record InvoiceFilter(InvoiceListInput Input, Guid? HostUserId)
{
    private static readonly Dictionary<string, InvoiceKind> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["invoice"] = InvoiceKind.Invoice,
        ["credit"] = InvoiceKind.CreditNote,
    };

    public static IReadOnlyCollection<string> Kinds => ByName.Keys;

    public bool IsForStaff => HostUserId is null;

    /// <summary>The chosen kind by its name in addresses; null where it is none.</summary>
    public string? Kind => ReadKind(Input.Kind);

    public int? Year => Tolerant.Number(Input.Year);

    public int? SiteId => Tolerant.Number(Input.Site);

    public string Words => Tolerant.Text(Input.Q);

    public bool IsFiltered => Kind is not null || Year is not null || SiteId is not null || Words.Length > 0;

    /// <summary>Those that fit, in no order.</summary>
    /// <param name="db">The invoices, and their orders.</param>
    /// <param name="words">What is read of <see cref="Words"/>, to find orders by.</param>
    public IQueryable<Invoice> Of(PortalDbContext db, IReadOnlyList<OrderWord> words)
    {
        var invoices = Visible(db);
        if (Year is { } year)
        {
            invoices = invoices.Where(invoice => invoice.Year == year);
        }

        if (Kind is { } name)
        {
            var kind = ByName[name];
            invoices = invoices.Where(invoice => invoice.Kind == kind);
        }

        if (SiteId is { } siteId)
        {
            invoices = invoices.Where(invoice => invoice.SiteId == siteId);
        }

        // A number with a space in it is one word, and any number may also be a word of the order.
        return InvoiceNumber.Read(Words) is { } number
            ? Found(invoices, number, db.Set<Order>().WithWords(words))
            : words.Aggregate(invoices, (found, wanted) => Found(
                found, InvoiceNumber.Read(wanted.Word.Text), db.Set<Order>().WithWords([wanted])));
    }

    internal static string? ReadKind(string? typed) =>
        Kinds.FirstOrDefault(name => name.Equals(Tolerant.Code(typed), StringComparison.OrdinalIgnoreCase));

    /// <summary>All that they may see.</summary>
    public IQueryable<Invoice> Visible(PortalDbContext db) => HostUserId is { } hostUserId
        ? db.Set<Invoice>().Where(invoice => invoice.HostUserId == hostUserId)
        : db.Set<Invoice>();

    private static IQueryable<Invoice> Found(
        IQueryable<Invoice> invoices, InvoiceNumber? number, IQueryable<Order> orders)
    {
        if (number is not var (year, sequence))
        {
            return invoices.Where(invoice => orders.Any(order => order.Id == invoice.OrderId));
        }

        return invoices.Where(invoice => (invoice.Year == year && invoice.Sequence == sequence)
            || orders.Any(order => order.Id == invoice.OrderId));
    }
}
