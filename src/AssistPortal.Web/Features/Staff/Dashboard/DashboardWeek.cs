using AssistPortal.Assist.Dashboard;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Dashboard;

/// <summary>A week, from Monday on.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="Orders">What was ordered in it.</param>
/// <param name="NobodyWorks">Wishes of that week for a time at which nobody works.</param>
/// <param name="AllTaken">Wishes of that week for a time at which everybody is taken.</param>
public sealed record DashboardWeek(LocalDate Monday, WeekOfOrders Orders, int NobodyWorks, int AllTaken)
{
    public int Unmet => NobodyWorks + AllTaken;
}
