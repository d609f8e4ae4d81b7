using System.Linq.Expressions;
using AssistPortal.Data.Paging;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>An order in which trials can be listed.</summary>
public abstract class CustomerSort
{
    private const int IdLength = 32;

    private static readonly CustomerSort[] All =
    [
        Moments("started-desc", trial => trial.CreatedAt, row => row.CreatedAt, ascending: false),
        Moments("started", trial => trial.CreatedAt, row => row.CreatedAt, ascending: true),
        Moments("ends", trial => trial.EndsAt, row => row.EndsAt, ascending: true),
        Moments("ends-desc", trial => trial.EndsAt, row => row.EndsAt, ascending: false),
        new ByColumn<string>("company", trial => trial.CompanyKey, row => row.CompanyKey, key => key, key => key, true),
        new ByColumn<string>("company-desc", trial => trial.CompanyKey, row => row.CompanyKey, key => key, key => key, false),
    ];

    private CustomerSort(string name) => Name = name;

    public static IEnumerable<string> Names => All.Select(sort => sort.Name);

    public string Name { get; }

    /// <summary>The order that was asked for; else what ends first where time presses, and the newest ones where it does not.</summary>
    public static CustomerSort Read(CustomerListInput input)
    {
        var usual = CustomerFilter.IsPressing(CustomerFilter.Read(input.Filter)) ? "ends" : "started-desc";
        return Array.Find(All, sort => sort.Name.Equals(Tolerant.Code(input.Sort), StringComparison.OrdinalIgnoreCase))
            ?? All.Single(sort => sort.Name == usual);
    }

    /// <summary>The rows in this order.</summary>
    internal abstract IQueryable<Trial> Sort(IQueryable<Trial> trials);

    /// <summary>The rows beyond a place; all of them where it can't be read.</summary>
    internal abstract IQueryable<Trial> Beyond(IQueryable<Trial> trials, string? place);

    /// <summary>The place of a row, as addresses hold it.</summary>
    internal abstract string PlaceOf(CustomerRow row);

    private static ByColumn<Instant?> Moments(
        string name, Expression<Func<Trial, Instant?>> column, Func<CustomerRow, Instant> ofRow, bool ascending) =>
        new(name, column, row => ofRow(row), moment => MomentKey.Write(moment!.Value), MomentKey.ReadMoment, ascending);

    private sealed class ByColumn<TColumn>(
        string name,
        Expression<Func<Trial, TColumn>> column,
        Func<CustomerRow, TColumn> ofRow,
        Func<TColumn, string> write,
        Func<string, TColumn> read,
        bool ascending) : CustomerSort(name)
    {
        internal override IQueryable<Trial> Sort(IQueryable<Trial> trials) => trials.SortedBy(column, trial => trial.Id, ascending);

        internal override IQueryable<Trial> Beyond(IQueryable<Trial> trials, string? place) =>
            place is { Length: > IdLength }
            && place[^(IdLength + 1)] == '-'
            && Guid.TryParseExact(place[^IdLength..], "N", out var id)
            && read(place[..^(IdLength + 1)]) is { } value
                ? trials.Beyond(column, trial => trial.Id, ascending, value, id)
                : trials;

        internal override string PlaceOf(CustomerRow row) => $"{write(ofRow(row))}-{row.Id:N}";
    }
}
