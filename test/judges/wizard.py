# Walks through the wizard on a pseudo-terminal: answers question after question, presses Ctrl-C in the middle, goes on.
# Arguments: the program, the folder, the folder of attachments.
import os
import sys
import pexpect

program, folder, papers = sys.argv[1:4]
down, space, enter = '\x1b[B', ' ', '\r'


def start(*args):
    env = {**os.environ, 'NO_COLOR': '1', 'LC_ALL': 'zh_CN.UTF-8', 'TERM': 'xterm'}
    env.pop('FORCE_COLOR', None)
    return pexpect.spawn('node', [program, *args], cwd=folder, env=env, encoding='utf-8', timeout=600, dimensions=(60, 300))


def text(child, label, answer):
    child.expect_exact(f'? {label}')
    child.send(answer + enter)
    child.expect_exact(f'✔ {label}')


def one(child, label, *answers):
    """One of a list, or of several after each other: typed until the cursor stands on it."""
    child.expect_exact(f'? {label}')
    for answer in answers:
        child.send(answer)
        child.expect_exact(f'❯ {answer}')
        child.send(enter)
        child.expect_exact(f'✔ {label}')


def some(child, label, keys):
    child.expect_exact(f'? {label}')
    child.send(keys + enter)
    child.expect_exact(f'✔ {label}')


def paste(child, label, lines, begins='', ends=''):
    """Several lines at once, as a terminal sends what is pasted, with and without marks around it."""
    child.expect_exact(f'? {label}')
    child.send(begins + lines + ends)
    child.expect_exact('字］')
    child.send(enter)
    child.expect_exact(f'✔ {label}')


def line(child, label, *parts):
    text(child, label, ' '.join(parts))


child = start('init', '--category', 'jiangsu/2021/giant-innovation')
text(child, '企业名称', '江苏示例精密机械有限公司')
text(child, '今天不在这一类的适用日期', '2021-08-16')
text(child, '收到的材料在哪个文件夹', '')
one(child, '级别', '省级')
one(child, '注册地区', '江苏省 南京市 江宁区')
text(child, '注册通讯地址', '南京市江宁区示例路18号3幢')
child.expect_exact('? 邮编')
child.send('21110' + enter)
child.expect_exact('邮编')
child.expect_exact('6 位')
child.send('0' + enter)
child.expect_exact('✔ 邮编')
line(child, '法定代表人', '周明远', '025-50000018', '13900000018')
child.expect_exact('? 联系人')
child.send('林晓')
child.send('\x03')
child.expect_exact('已存盘')
child.expect(pexpect.EOF)
child.close()
assert child.exitstatus == 130, child.exitstatus

child = start('fill')
line(child, '联系人', '林晓雯', '025-50000026', '13900000026')
text(child, '传真', '<')
text(child, '联系人', '')
text(child, '传真', '')
text(child, 'E-mail', 'linxiaowen@example.com')
text(child, '企业类型', '民营控股')
text(child, '成立时间', '2016-03-18')
text(child, '注册资本(万元)', '3000.00')
text(child, '统一社会信用代码', '91320115MADEM0011B')
one(child, '所属国民经济行业', '3453')
text(child, '企业所属重点领域', '')
child.expect_exact('? 所属重点产业集群')
child.send('高端装备')
child.expect_exact('❯ 高端装备')
child.send(enter)
some(child, '所属重点产业链', space + down + space)
line(child, '是／否', '否', '是')
text(child, '上年末资产总额(万元)', '9800.00')
text(child, '上年末负债总额(万元)', '3731.50')
text(child, '上年末职工人数(人)', '136')
text(child, '上年末研发技术人员人数(人)', '41')
line(child, '1、营业收入(万元)', '5200.00', '6100.00', '7350.00', '8600.00', '11500.00')
line(child, '2、主营业务收入(万元)', '5010.00', '5890.00', '7105.00', '8330.00', '11150.00')
line(child, '3、利润总额(万元)', '352.00', '445.00', '566.00', '690.00', '1020.00')
line(child, '4、实缴税金(万元)', '268.40', '312.60', '365.20', '428.90', '560.00')
line(child, '5、研发和技术改造投入总额(万元)', '320.00', '388.00', '486.00', '596.00', '850.00')
line(child, '其中：研发费用(万元)', '268.00', '322.00', '410.00', '512.00', '720.00')
text(child, '企业创新研发情况', '建有南京市工程技术研究中心（2019年认定）')
paste(child, '主营产品情况', '一、产品\rJX系列高精度行星减速器\r二、客户')
text(child, '获取投融资情况', '未融资')
text(child, '创始人和创始团队介绍', '周明远，机械工程高级工程师')
text(child, '企业简介', '@简介.txt')
paste(child, '企业申报理由及优势', '一、产品优势\r回程间隙不大于1弧分\r\r二、市场\r国内前十', '\x1b[200~', '\x1b[201~')
text(child, '本次认定申报服务满意度评价', '满意')
text(child, '曾用名', '无')
text(child, '研发机构：现有', '南京市工程技术研究中心 市级 南京市示例科技主管部门 2019-11-08')
text(child, '研发机构：现有', '')
one(child, '核心团队', '添加一项')
text(child, '核心团队 第 1 项 姓名', '周明远')
text(child, '核心团队 第 1 项 职务', '总经理')
some(child, '核心团队 第 1 项 佐证材料', space)
one(child, '核心团队', '没有了')
text(child, '“千企升级”培育库', '是 是 2021-04-16')
text(child, '所持称号：现有', '无')
child.expect_exact('附件还缺 10 类')
child.send(papers + enter)
child.expect_exact('放哪些')
# What is certain is selected; the one that is only likely too, by a key for all.
child.send('a' + enter)
child.expect_exact('下面是从文件里读出的内容')
child.send(enter)
child.expect_exact('检查结果')
child.expect(pexpect.EOF)
child.close()
assert child.exitstatus == 0, child.exitstatus
